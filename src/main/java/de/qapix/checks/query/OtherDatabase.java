package de.qapix.checks.query;

import java.util.regex.Pattern;

/** Tells SQL that is meant for another kind of database, by what it looks like. */
final class OtherDatabase {

  private static final Pattern LOOKS =
      Pattern.compile(
          "`|\\blimit\\s+\\S+\\s*,\\s*\\S|\\bon\\s+duplicate\\s+key\\b"
              + "|\\binsert\\s+(or\\s+\\w+|ignore)\\s+into\\b|^\\s*(pragma|replace\\s+into)\\b"
              + "|\\bauto_?increment\\b|\\bengine\\s*=|\\bprewhere\\b|\\bformat\\s+json\\w*\\s*$"
              + "|\\b(ifnull|group_concat|date_format|str_to_date|strftime|julianday|getdate"
              + "|dateadd|countif|uniq|tostartof\\w+|last_insert_id|unix_timestamp)\\s*\\("
              + "|\\binterval\\s+[\\d?:]\\S*\\s+(day|hour|minute|month|year|week|second)s?\\b"
              + "|\\bselect\\s+top\\s+\\d|\\[dbo]|\\bglob\\s+'|\\{\\w+:\\w+}",
          Pattern.CASE_INSENSITIVE);

  private OtherDatabase() {}

  /** Whether SQL that PostgreSQL refuses is another's. */
  static boolean looksLikeIt(String sql) {
    return LOOKS.matcher(sql).find();
  }
}
