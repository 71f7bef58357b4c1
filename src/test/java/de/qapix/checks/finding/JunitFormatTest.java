package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JunitFormatTest {

  @Test
  void a_clean_check_is_a_test_that_passes() {
    assertThat(written(Checks.clean()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
              <testsuite id="0" package="qapix" name="qapix" timestamp="2026-11-25T03:04:05" hostname="localhost" tests="1" failures="0" errors="0" time="0.412">
                <properties>
                  <property name="checked" value="postgresql://localhost/qapix"/>
                  <property name="version" value="0.1.0"/>
                </properties>
                <testcase classname="qapix" name="postgresql://localhost/qapix" time="0.412"/>
                <system-out>postgresql://localhost/qapix: no findings (0.4 s)</system-out>
                <system-err/>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void errors_fail_and_the_rest_passes_and_tells_why() {
    assertThat(written(Checks.troubled()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
              <testsuite id="0" package="qapix" name="drift" timestamp="2026-11-25T03:04:05" hostname="localhost" tests="3" failures="2" errors="0" time="0.412">
                <properties>
                  <property name="checked" value="postgresql://localhost/qapix"/>
                  <property name="version" value="0.1.0"/>
                </properties>
                <testcase classname="drift.column-type" name="qapix.calendly_event.&quot;joinUrl&quot;" time="0.000">
                  <failure type="drift/column-type" message="The column has another type.">qapix.calendly_event."joinUrl": The column has another type.
            expected: text
            found: character varying(255)</failure>
                </testcase>
                <testcase classname="drift.column-type" name="qapix.run.id" time="0.000">
                  <failure type="drift/column-type" message="The column has another type.">qapix.run.id: The column has another type.
            expected: bigint
            found: integer</failure>
                </testcase>
                <testcase classname="drift.comment" name="public.&quot;Größe|🐘&quot;" time="0.000"/>
                <system-out>note: public."Größe|🐘": The comment is | not `the` &lt;same&gt; &amp; *more*.
            expected: a "quoted" &lt;b&gt;&amp;amp;&lt;/b&gt; | `pipe`
            found: zwei
            Zeilen \\x1b[31mrot</system-out>
                <system-err/>
              </testsuite>
              <testsuite id="1" package="qapix" name="lint" timestamp="2026-11-25T03:04:05" hostname="localhost" tests="1" failures="0" errors="0" time="0.000">
                <properties>
                  <property name="checked" value="postgresql://localhost/qapix"/>
                  <property name="version" value="0.1.0"/>
                </properties>
                <testcase classname="lint.adding-not-nullable-field" name="qapix.event.size (sql/V1, neu: ä.sql:3:7)" time="0.000"/>
                <system-out>warning: qapix.event.size: This reads all of qapix.event, 100%.
            hint: Add a CHECK first:
            then validate it.</system-out>
                <system-err/>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void reports_are_valid_by_the_schema_of_ant() throws Exception {
    SchemasOfReports.validateJunit(written(Checks.clean()));
    SchemasOfReports.validateJunit(written(Checks.troubled()));
  }

  @Test
  void what_xml_forbids_is_replaced() throws Exception {
    Finding finding = Finding.error("drift/comment", "a\u0001\n\ud800\uffff").found("]]>\u0000");
    String report = written(Checks.of(Findings.of(finding), 0));
    assertThat(report).contains("name=\"a\\x01 \ufffd\ufffd\"").contains("found: ]]&gt;\\x00<");
    SchemasOfReports.validateJunit(report);
  }

  private static String written(CheckReport check) {
    return OutputFormat.JUNIT.report(false).write(check, new EnglishWording());
  }
}
