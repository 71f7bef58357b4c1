package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Account.ACCOUNT;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Whom a token belonged to when a run last asked. */
final class Accounts {

  private Accounts() {}

  /** Empty until it is known what the user may list. */
  static Optional<Account> find(DSLContext db, String source, String credential) {
    return find(db, source, credential, ACCOUNT.ORGANIZATION.isNotNull());
  }

  /** The user and the largest scope that may be. */
  static Optional<Account> candidate(DSLContext db, String source, String credential) {
    return find(db, source, credential, noCondition());
  }

  private static Optional<Account> find(
      DSLContext db, String source, String credential, Condition known) {
    return db.select(ACCOUNT.USER, ACCOUNT.USER_NAME, ACCOUNT.SCOPE, ACCOUNT.ORGANIZATION)
        .from(ACCOUNT)
        .where(ACCOUNT.SOURCE.eq(source))
        .and(ACCOUNT.CREDENTIAL.eq(credential))
        .and(known)
        .fetchOptional(
            row ->
                new Account(
                    row.value1(), row.value2(), row.value3(), Boolean.TRUE.equals(row.value4())));
  }

  static void save(
      DSLContext transaction, String source, String credential, Account account, Instant now) {
    save(transaction, source, credential, account, account.organization(), now);
  }

  static void saveCandidate(
      DSLContext transaction, String source, String credential, Account account, Instant now) {
    save(transaction, source, credential, account, null, now);
  }

  private static void save(
      DSLContext transaction,
      String source,
      String credential,
      Account account,
      Boolean organization,
      Instant now) {
    transaction
        .insertInto(ACCOUNT)
        .set(ACCOUNT.SOURCE, source)
        .set(ACCOUNT.CREDENTIAL, credential)
        .set(ACCOUNT.USER, account.user())
        .set(ACCOUNT.USER_NAME, account.userName())
        .set(ACCOUNT.SCOPE, account.scope())
        .set(ACCOUNT.ORGANIZATION, organization)
        .set(ACCOUNT.SEEN_AT, now)
        .onConflict(ACCOUNT.SOURCE, ACCOUNT.CREDENTIAL)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }
}
