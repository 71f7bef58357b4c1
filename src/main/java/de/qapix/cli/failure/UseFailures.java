package de.qapix.cli.failure;

import de.qapix.cli.ExitCode;
import de.qapix.cli.Messages;
import de.qapix.cli.SimilarWords;
import de.qapix.cli.output.AddressMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser of the command line refuses; its own words are English and not for users. */
final class UseFailures {

  private static final Pattern SECRET =
      Pattern.compile("(?i)^([-\\w]*(?:token|password|secret)[-\\w]*=).*");

  private final Messages messages;

  UseFailures(Messages messages) {
    this.messages = messages;
  }

  Failure of(ParameterException thrown) {
    return new Failure(ExitCode.WRONG_USE, "wrong-use", message(thrown), hint(thrown));
  }

  private String message(ParameterException thrown) {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      return messages.text("use.unknown", shown(unmatched.getUnmatched()));
    }
    if (thrown instanceof MissingParameterException missing) {
      String key =
          missing.getMissing().stream().anyMatch(this::isGiven) ? "use.bare" : "use.missing";
      return messages.text(key, names(missing.getMissing()));
    }
    if (thrown instanceof OverwrittenOptionException twice) {
      return messages.text("use.twice", names(List.of(twice.getOverwritten())));
    }
    ArgSpec argument = thrown.getArgSpec();
    if (argument == null) {
      return messages.text("use.wrong");
    }
    if (thrown instanceof MaxValuesExceededException || argument.arity().max() == 0) {
      return messages.text("use.without", names(List.of(argument)));
    }
    return thrown.getValue() == null
        ? messages.text("use.bare", names(List.of(argument)))
        : messages.text("use.value", shown(List.of(thrown.getValue())), names(List.of(argument)));
  }

  /** An option that need not be there is missed only where its value is. */
  private boolean isGiven(ArgSpec argument) {
    return argument instanceof OptionSpec option && !option.required();
  }

  private String hint(ParameterException thrown) {
    return suggestion(thrown)
        .or(() -> choice(thrown))
        .orElseGet(
            () ->
                messages.text(
                    "use.help", thrown.getCommandLine().getCommandSpec().qualifiedName()));
  }

  private Optional<String> suggestion(ParameterException thrown) {
    if (!(thrown instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().get(0).split("=", 2)[0];
    List<String> close =
        SimilarWords.to(word, known(thrown.getCommandLine(), word.startsWith("-")));
    return close.isEmpty()
        ? Optional.empty()
        : Optional.of(messages.text("use.suggestion", String.join(", ", close)));
  }

  private static Collection<String> known(CommandLine command, boolean options) {
    if (options) {
      return command.getCommandSpec().options().stream()
          .filter(Predicate.not(OptionSpec::hidden))
          .map(OptionSpec::longestName)
          .toList();
    }
    return command.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(entry -> entry.getKey())
        .toList();
  }

  /** The words of which an option takes one. */
  private Optional<String> choice(ParameterException thrown) {
    return Optional.ofNullable(thrown.getArgSpec())
        .map(UseFailures::constants)
        .filter(words -> !words.isEmpty())
        .map(words -> messages.text("use.choice", String.join(", ", words)));
  }

  private static List<String> constants(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    for (Class<?> type : argument.auxiliaryTypes()) {
      if (type.isEnum()) {
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .forEach(words::add);
      }
    }
    return words;
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(
            argument ->
                argument instanceof OptionSpec option
                    ? option.longestName()
                    : argument.paramLabel())
        .collect(Collectors.joining(", "));
  }

  /** As they were typed, without what may be a secret that was put in the wrong place. */
  private static String shown(List<String> words) {
    return words.stream()
        .map(AddressMask::mask)
        .map(word -> SECRET.matcher(word).replaceAll("$1***"))
        .collect(Collectors.joining(" "));
  }
}
