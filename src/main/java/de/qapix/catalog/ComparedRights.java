package de.qapix.catalog;

/**
 * Whether owners and privileges of objects are compared, which are often not the same where all
 * else is.
 */
public record ComparedRights(boolean owners, boolean privileges) {

  public static final ComparedRights NONE = new ComparedRights(false, false);
  public static final ComparedRights ALL = new ComparedRights(true, true);

  /** The catalog with what of it is compared. */
  public Catalog of(Catalog catalog) {
    Catalog owned = owners ? catalog : catalog.withoutOwners();
    return privileges ? owned : owned.withoutPrivileges();
  }
}
