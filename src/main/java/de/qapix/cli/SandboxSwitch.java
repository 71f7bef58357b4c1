package de.qapix.cli;

import de.qapix.sandbox.SandboxOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The try-out world: a simulated Calendly instead of the real one, and a database of its own. */
final class SandboxSwitch {

  @Option(names = "--sandbox", scope = ScopeType.INHERIT)
  private boolean wanted;

  @Mixin private SimulatorOptions settings;

  boolean wanted() {
    return wanted;
  }

  SandboxOptions options() {
    return settings.options();
  }

  /** Each seed and size is a world of its own. */
  String database() {
    return "sandbox_" + Long.toString(settings.seed()).replace('-', 'm') + "_" + settings.events();
  }
}
