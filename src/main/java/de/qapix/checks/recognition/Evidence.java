package de.qapix.checks.recognition;

/** What is known about a text besides its words. */
public enum Evidence {
  /** It is given to a function that sends queries. */
  SENT {
    @Override
    public boolean isEnough(SqlText text) {
      return StatementShape.isSent(text) || StatementShape.isSentBehindHole(text);
    }
  },
  /** It is given to a client of PostgreSQL: whatever it is, it is meant to be SQL. */
  GIVEN {
    @Override
    public boolean isEnough(SqlText text) {
      return SENT.isEnough(text) || !text.isEnd(1);
    }
  },
  /** It has a tag that makes SQL, though perhaps only a part of a statement. */
  TAG {
    @Override
    public boolean isEnough(SqlText text) {
      boolean part =
          text.is(0, "fetch") || (text.is(0, "begin") && !text.isEnd(1)) || text.is(0, "values");
      return !part && StatementShape.isSent(text);
    }
  },
  /** Nothing. */
  WORDS {
    @Override
    public boolean isEnough(SqlText text) {
      return StatementShape.isStatement(text) && !text.breaksOff();
    }
  };

  public abstract boolean isEnough(SqlText text);
}
