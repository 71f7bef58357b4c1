package de.qapix.data.store;

/**
 * Whose records a run lists.
 *
 * @param user URI of the user to whom the token belongs
 * @param userName as people know the user
 * @param scope URI of the organization or of the user
 * @param organization whether the scope is all of an organization
 */
public record Account(String user, String userName, String scope, boolean organization) {

  /** Before the API has said who we are. */
  public static final Account UNKNOWN = new Account("", "", "", false);
}
