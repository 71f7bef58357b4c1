package de.qapix.catalog;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.function.Function;
import org.jooq.DSLContext;

/** The only way in which a user's database is looked at: a transaction that can write nothing. */
public final class ReadOnlyTransaction {

  private ReadOnlyTransaction() {}

  public static <T> T in(DSLContext db, Function<DSLContext, T> work) {
    return db.transactionResult(
        configuration -> {
          DSLContext transaction = configuration.dsl();
          transaction.setLocal(name("transaction_read_only"), inline(true)).execute();
          return work.apply(transaction);
        });
  }
}
