package de.qapix.cli.sync;

import de.qapix.cli.Workplace;
import de.qapix.data.api.ApiAccess;
import de.qapix.data.api.TimeBox;
import de.qapix.data.sync.SyncProgress;
import de.qapix.data.verify.VerificationResult;
import de.qapix.data.verify.VerifyOptions;

/** Makes a verification out of its parts; {@code Main} knows which. */
public interface VerifyRunner {

  /** Runs it. */
  VerificationResult run(
      Workplace place, ApiAccess access, VerifyOptions options, TimeBox box, SyncProgress progress)
      throws InterruptedException;
}
