package de.qapix.store;

import static de.qapix.db.qapix.tables.Account.ACCOUNT;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** Whom a token belonged to when a run last asked. */
final class Accounts {

  private Accounts() {}

  static Optional<Account> find(DSLContext db, String source, String credential) {
    return db.select(ACCOUNT.USER, ACCOUNT.USER_NAME, ACCOUNT.SCOPE, ACCOUNT.ORGANIZATION)
        .from(ACCOUNT)
        .where(ACCOUNT.SOURCE.eq(source))
        .and(ACCOUNT.CREDENTIAL.eq(credential))
        .fetchOptional(row -> new Account(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  static void save(
      DSLContext transaction, String source, String credential, Account account, Instant now) {
    transaction
        .insertInto(ACCOUNT)
        .set(ACCOUNT.SOURCE, source)
        .set(ACCOUNT.CREDENTIAL, credential)
        .set(ACCOUNT.USER, account.user())
        .set(ACCOUNT.USER_NAME, account.userName())
        .set(ACCOUNT.SCOPE, account.scope())
        .set(ACCOUNT.ORGANIZATION, account.organization())
        .set(ACCOUNT.SEEN_AT, now)
        .onConflict(ACCOUNT.SOURCE, ACCOUNT.CREDENTIAL)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }
}
