package de.qapix.checks.project;

import de.qapix.checks.finding.Severity;
import java.util.Optional;

/**
 * How severe the findings of a rule are.
 *
 * @param severity empty where they are not wanted at all
 * @param place where that is written
 */
public record RuleSetting(String rule, Optional<Severity> severity, ProjectPlace place) {}
