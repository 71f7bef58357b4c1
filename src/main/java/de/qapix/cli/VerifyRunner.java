package de.qapix.cli;

import de.qapix.api.ApiAccess;
import de.qapix.api.TimeBox;
import de.qapix.sync.Progress;
import de.qapix.sync.Verified;
import de.qapix.sync.VerifyOptions;

/** Makes a verification out of its parts; {@code Main} knows which. */
public interface VerifyRunner {

  /** Runs it. */
  Verified run(
      Workplace place, ApiAccess access, VerifyOptions options, TimeBox box, Progress progress)
      throws InterruptedException;
}
