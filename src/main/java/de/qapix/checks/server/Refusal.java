package de.qapix.checks.server;

import java.util.Optional;

/**
 * What a server has against a statement.
 *
 * @param state the SQLSTATE
 * @param message the server's words
 * @param hint its advice
 * @param position the char in the statement, from 0; -1 where it names none
 * @param inFunction whether it is a function that failed when it was evaluated
 */
public record Refusal(
    String state, String message, Optional<String> hint, int position, boolean inFunction) {}
