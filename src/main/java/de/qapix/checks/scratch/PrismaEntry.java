package de.qapix.checks.scratch;

/** A row of Prisma's history: one try to apply a migration. */
record PrismaEntry(
    String name, String checksum, boolean finished, boolean rolledBack, String logs) {

  boolean isApplied() {
    return finished && !rolledBack;
  }

  boolean isOpen() {
    return !finished && !rolledBack;
  }
}
