package de.qapix.checks.javascript;

/**
 * What a branch of the program depends on. Two branches that depend on the same condition in the
 * same function are one decision, so that both go the same way.
 *
 * @param owner the scope of the function
 * @param on the text of the condition
 */
public record Decision(LexicalScope owner, String on) {}
