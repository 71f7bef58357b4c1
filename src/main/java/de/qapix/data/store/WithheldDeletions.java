package de.qapix.data.store;

/**
 * Stored records that a list did not show any more and that a run left as they are.
 *
 * @param tooMany because they are more than a fifth of their slice
 * @param unconfirmed because the API has not yet said that they are gone: time was up before it was
 *     asked, or it did not say
 */
public record WithheldDeletions(long tooMany, long unconfirmed) {

  /** All that was gone is marked as deleted. */
  public static final WithheldDeletions NOTHING = new WithheldDeletions(0, 0);

  /** All of them. */
  public long total() {
    return tooMany + unconfirmed;
  }
}
