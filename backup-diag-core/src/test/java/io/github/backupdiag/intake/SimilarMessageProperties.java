package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SimilarMessageProperties {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final Intake INTAKE = Intake.over(CATALOG);
  private static final double LEAST_OF_CUT = 0.6;
  private static final int HEAPS = 300;
  private static final int WORDS = 40;

  @Property
  void any_heap_of_words_of_messages_is_read_and_always_the_same(
      @ForAll("messages") PortalMessage one, @ForAll("messages") PortalMessage other) {
    String text = shuffled(one.text() + " " + other.text(), 7);

    assertThat(INTAKE.read(text)).isEqualTo(INTAKE.read(text));
  }

  @Property
  void what_stands_before_or_behind_takes_no_code_away(
      @ForAll("sentences") PortalMessage message,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll("unrelated") String unrelated) {
    String sentence = withoutOneWord(message.text(), new Random(seed));
    Set<String> alone = similar(sentence);

    assertThat(codes(sentence + "\n" + unrelated)).containsAll(alone);
    assertThat(codes(unrelated + "\n" + sentence)).containsAll(alone);
  }

  /** With fifty words of Spanish known, forty at random make a sentence now and then. */
  @Property(tries = 17)
  void words_of_a_language_in_any_order_are_hardly_ever_a_message(
      @ForAll("languages") String language) {
    List<String> vocabulary = vocabulary(language);
    int found = 0;
    for (int seed = 0; seed < HEAPS; seed++) {
      String text =
          new Random(seed)
              .ints(WORDS, 0, vocabulary.size())
              .mapToObj(vocabulary::get)
              .collect(Collectors.joining(" "));
      found += codes(text).isEmpty() ? 0 : 1;
    }

    assertThat(found).as(language).isLessThanOrEqualTo(HEAPS / 50);
  }

  private static List<String> vocabulary(String language) {
    return CATALOG.messages().stream()
        .filter(message -> message.language().equals(language))
        .flatMap(message -> Arrays.stream(message.text().split(border(language), -1)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** In scripts without blanks any character may be a word. */
  private static String border(String language) {
    String always = "[\\s\\p{P}]+";
    return language.matches("ja|zh.*") ? "(?<=[\\u3000-\\u9fff])|" + always : always;
  }

  private static String shuffled(String text, int seed) {
    List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
    Collections.shuffle(words, new Random(seed));
    return String.join(" ", words);
  }

  private static String withoutOneWord(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
    words.remove(random.nextInt(words.size()));
    return String.join(" ", words);
  }

  /** The nearest; a cut message is none any more when the text goes on, that is another stage. */
  private static Set<String> similar(String text) {
    List<CodeMatch> matches = INTAKE.read(text).matches();
    double best = matches.isEmpty() ? 0 : matches.get(0).score();
    return matches.stream()
        .filter(match -> match.score() == best && best < LEAST_OF_CUT)
        .map(CodeMatch::code)
        .collect(Collectors.toSet());
  }

  private static Set<String> codes(String text) {
    return INTAKE.read(text).matches().stream().map(CodeMatch::code).collect(Collectors.toSet());
  }

  @Provide
  Arbitrary<PortalMessage> messages() {
    return Arbitraries.of(CATALOG.messages());
  }

  /** A short one without a word of our field counts only alone. */
  @Provide
  Arbitrary<PortalMessage> sentences() {
    return messages()
        .filter(message -> !message.fragment() && message.text().length() >= 40)
        .filter(message -> message.text().split(" ", -1).length >= 5);
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(
        CATALOG.messages().stream().map(PortalMessage::language).distinct().toList());
  }

  @Provide
  Arbitrary<String> unrelated() {
    return Arbitraries.of(
            "The quick brown fox jumps over the lazy dog.",
            "All rights reserved, no warranty is given.",
            "Die Würde des Menschen ist unantastbar.",
            "モデルは昨日の会議で承認されました。",
            "successfully finished, nothing else to do, thank you",
            "2026-01-01 10:00:00 INFO web[12]: GET /index.html 200")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(list -> String.join("\n", list));
  }
}
