package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.flat.FlatArrays;
import io.github.backupdiag.internal.intake.SentenceDraft.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lays collected messages out in the arrays of which a {@link SentenceIndex} consists. */
final class SentenceLayout {

  private static final double RARE = 0.1;
  private static final int LEAST_ANCHORS = 4;

  /** The share of what its rare words say at which a message is worth a look. */
  private static final float GATE = 0.4f;

  private final SentenceDraft draft;
  private final List<Sentence> sentences;
  private final int[] stems;

  private SentenceLayout(SentenceDraft draft) {
    this.draft = draft;
    sentences = draft.sentences();
    stems = draft.stems();
  }

  static FlatArrays of(SentenceDraft draft) {
    return new SentenceLayout(draft).arrays();
  }

  private FlatArrays arrays() {
    List<List<Integer>> messagesOf = new ArrayList<>();
    for (int word = 0; word < stems.length; word++) {
      messagesOf.add(new ArrayList<>());
    }
    float[] gates = new float[sentences.size()];
    float[] totals = new float[sentences.size()];
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      for (int word : anchors(sentence)) {
        gates[i] += GATE * draft.weight(word, sentence.language());
        messagesOf.get(word).add(i);
      }
      for (int word : sentence.places().keySet()) {
        totals[i] += draft.weight(word, sentence.language());
      }
    }
    int[] anchorsFrom = starts(messagesOf.stream().map(List::size).toList());
    int[] wordsFrom = starts(sentences.stream().map(sentence -> sentence.places().size()).toList());
    return new FlatArrays()
        .add(slots())
        .add(stems)
        .add(draft.kinds())
        .add(weights())
        .add(anchorsFrom)
        .add(ints(messagesOf.stream().flatMap(List::stream)))
        .add(anchorWeights(messagesOf, anchorsFrom[stems.length]))
        .add(ints(sentences.stream().map(Sentence::pattern)))
        .add(gates)
        .add(totals)
        .add(wordsFrom)
        .add(ints(sentences.stream().flatMap(sentence -> sentence.places().keySet().stream())))
        .add(wordWeights(wordsFrom[sentences.size()]))
        .add(ints(sentences.stream().flatMap(sentence -> sentence.places().values().stream())));
  }

  private static int[] ints(Stream<Integer> numbers) {
    return numbers.mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> anchors(Sentence sentence) {
    List<Integer> rarest = new ArrayList<>();
    sentence.places().keySet().stream().filter(draft::isContent).forEach(rarest::add);
    rarest.sort(Comparator.comparing(word -> draft.share(word, sentence.language())));
    List<Integer> anchors = new ArrayList<>();
    for (int word : rarest) {
      if (anchors.size() < LEAST_ANCHORS || draft.share(word, sentence.language()) <= RARE) {
        anchors.add(word);
      }
    }
    return anchors;
  }

  private static int[] starts(List<Integer> sizes) {
    int[] starts = new int[sizes.size() + 1];
    for (int i = 0; i < sizes.size(); i++) {
      starts[i + 1] = starts[i] + sizes.get(i);
    }
    return starts;
  }

  /** Stem and word side by side, so that both are read at once. */
  private int[] slots() {
    int[] slots = new int[2 * (Integer.highestOneBit(Math.max(1, stems.length)) << 2)];
    for (int word = 0; word < stems.length; word++) {
      int slot = SentenceIndex.slot(stems[word], slots.length);
      while (slots[slot + 1] != 0) {
        slot = (slot + 2) & (slots.length - 1);
      }
      slots[slot] = stems[word];
      slots[slot + 1] = word + 1;
    }
    return slots;
  }

  private float[] weights() {
    float[] weights = new float[stems.length];
    for (int word = 0; word < stems.length; word++) {
      weights[word] = draft.weight(word);
    }
    return weights;
  }

  private float[] anchorWeights(List<List<Integer>> messagesOf, int count) {
    float[] weights = new float[count];
    int at = 0;
    for (int word = 0; word < stems.length; word++) {
      for (int message : messagesOf.get(word)) {
        weights[at++] = draft.weight(word, sentences.get(message).language());
      }
    }
    return weights;
  }

  private float[] wordWeights(int count) {
    float[] weights = new float[count];
    int at = 0;
    for (Sentence sentence : sentences) {
      for (Map.Entry<Integer, Integer> word : sentence.places().entrySet()) {
        weights[at++] = draft.weight(word.getKey(), sentence.language());
      }
    }
    return weights;
  }
}
