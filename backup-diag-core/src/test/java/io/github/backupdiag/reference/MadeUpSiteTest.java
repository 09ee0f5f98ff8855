package io.github.backupdiag.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("class-path")
class MadeUpSiteTest {

  private static final String SHOWN = MadeUp.ATTACK.replace('´', '\'').replace("\u202e", "\\u202e");

  private static final SortedMap<String, String> FILES = MadeUp.alone();

  @Test
  void hasTheLanguagesOfTheCatalog() {
    assertThat(FILES)
        .containsKeys("en/code/OurOwnKey.html", "zh-Hant/code/OurOwnKey.html")
        .doesNotContainKey("ja/code/OurOwnKey.html");
  }

  @Test
  void neverShowsAKeyOfOursAsACodeOfMicrosoft() {
    SeenPage page = page("en/code/OurOwnKey.html");

    assertThat(page.all("h1").get(0).said()).isEqualTo("An error without a code");
    assertThat(page.all("code")).isEmpty();
    assertThat(page.all("title").get(0).said()).isEqualTo("An error without a code");
    assertThat(page.withClass("badge"))
        .extracting(SeenPage.Element::said)
        .contains("no Microsoft code");
    assertThat(page.withClass("caution"))
        .extracting(SeenPage.Element::said)
        .anyMatch(text -> text.startsWith("Microsoft gives no code of its own for this error."));
    assertThat(page("en/index.html").byId("codes").said())
        .contains("An error without a code no Microsoft code")
        .doesNotContain("OurOwnKey");
    assertThat(page("en/cause/made-up-fault.html").byId("codes").said())
        .doesNotContain("OurOwnKey");
    assertThat(FILES.get("search-data.js"))
        .contains("{\"kind\":\"synthetic\",\"page\":\"code/OurOwnKey.html\",\"name\":\"\"");
  }

  @Test
  void saysThatACodeIsObsoleteBeforeItSaysAnythingElseOfIt() {
    SeenPage page = page("en/code/MadeUpOld.html");

    assertThat(page.withClass("badge")).extracting(SeenPage.Element::said).contains("obsolete");
    assertThat(order(page, "This code is not given today")).isLessThan(order(page, "Also written"));
    assertThat(page.withClass("caution"))
        .extracting(SeenPage.Element::said)
        .anyMatch(note -> note.contains("Since: 2023-09."));
  }

  @Test
  void saysOfACodeWhatIsKnownOfIt() {
    assertThat(page("en/code/MadeUpOld.html").byId("meaning").said())
        .contains("MadeUpAlias", "987654", "status file of the backup extension")
        .contains("No, not before the cause is removed.");
  }

  @Test
  void showsMessagesOfThePagesLanguageFirst() {
    assertThat(page("zh-Hant/code/MadeUpOld.html").all("dd"))
        .filteredOn(line -> line.said().contains("假的錯誤訊息") || line.said().contains("Made up"))
        .extracting(SeenPage.Element::said)
        .containsExactly("假的錯誤訊息", "Made up message.");
  }

  @Test
  void saysDangerBeforeTheTitle() {
    SeenPage page = page("en/cause/made-up-danger.html");

    assertThat(order(page, "Danger: data may be lost.")).isLessThan(page.all().indexOf(h1(page)));
  }

  @Test
  void givesTheWarningBeforeTheFirstCommandAndNotAsAStep() {
    SeenPage page = page("en/cause/made-up-danger.html");
    SeenPage.Element remedy = page.byId("remedy-made-up-remedy");

    assertThat(remedy.said()).contains("Caution, the line may go dead. The line goes dead.");
    assertThat(order(page, "Caution, the line"))
        .isLessThan(page.all().indexOf(page.all("pre").get(0)));
    assertThat(page.all("li"))
        .filteredOn(step -> step.get("id").startsWith("step-"))
        .extracting(step -> step.get("id"))
        .containsExactly("step-made-up-remedy_2flook", "step-made-up-remedy_2fremove");
  }

  @Test
  void showsACommandAsItIsUnderTheNameOfItsShell() {
    SeenPage page = page("en/cause/made-up-fault.html");

    assertThat(page.withClass("shell").get(0).said().lines().map(String::strip))
        .containsExactly("PowerShell", "Remove-Item <path> & <nul");
    assertThat(page.byId("step-made-up-remedy_2fremove").said())
        .contains("Windows", "Check: It is gone.");
    assertThat(page.byId("step-made-up-remedy_2flook").said())
        .contains("Look at <path>.", "Azure portal");
  }

  @Test
  void saysWhoLooksAndWithWhichRights() {
    assertThat(page("en/cause/made-up-danger.html").byId("checked").said())
        .contains("guest.linux.made-up", "The made-up check", "azure.made-up")
        .contains("made-up.rule", "can support, not rule out")
        .contains("In a Linux guest: root", "the role Reader", "Made.Up/things/read")
        .doesNotContain("administrator");
    assertThat(page("en/cause/made-up-fault.html").byId("checked").said())
        .contains("Not checkable", "No call shows it.", "No built-in diagnostic looks for it yet.");
  }

  @Test
  void saysOfACheckWhatItLooksAt() {
    assertThat(page("en/checks.html").byId("guest.linux.made-up").said())
        .contains("The made-up check", "It looks at nothing.", "made-up.rule");
  }

  @Test
  void saysWhatANumberMeansAndWhereItLeads() {
    assertThat(page("en/numbers.html").byId("made-up.0x0badf00d").said())
        .contains("E_MADE_UP", "The food was bad.", "195948557", "A fault", "MadeUpOld");
    assertThat(page("en/cause/made-up-fault.html").byId("numbers").said())
        .contains("0x0badf00d E_MADE_UP");
    assertThat(page("en/code/MadeUpOld.html").byId("numbers").said()).contains("0x0badf00d");
  }

  @Test
  void saysWhatACauseBringsAndWhatBringsIt() {
    assertThat(page("en/cause/made-up-danger.html").byId("leads-to").said()).contains("A fault");
    assertThat(page("en/cause/made-up-fault.html").byId("led-from").said()).contains(SHOWN);
    assertThat(page("en/cause/made-up-fault.html").byId("codes").said())
        .contains("MadeUpOld", "place 2 of 2", "An error without a code");
  }

  @Test
  void marksWhatIsNotInTheLanguageOfThePage() {
    SeenPage page = page("zh-Hant/cause/made-up-fault.html");

    assertThat(h1(page).said()).endsWith("捏造的故障");
    assertThat(page.all("p"))
        .filteredOn(text -> text.said().equals("Only English."))
        .extracting(text -> text.get("lang"))
        .containsExactly("en");
  }

  @Test
  void showsHostileTextsInsteadOfObeyingThem() {
    for (String path : List.of("code/MadeUpOld", "cause/made-up-danger", "index", "remedies")) {
      SeenPage page = page("en/" + path + ".html");

      assertThat(page.all("img")).as(path).isEmpty();
      assertThat(page.all("script")).as(path).allMatch(script -> !script.get("src").isEmpty());
      assertThat(page.all("main").get(0).said()).as(path).contains(SHOWN);
    }
    assertThat(FILES.get("search-data.js")).contains("alert(1)").doesNotContain("<", "\u202e");
  }

  @Test
  void makesNoPathOfAnId() {
    assertThat(Links.code("../../a b\"><c")).isEqualTo("code/_2e._2f.._2fa_20b_22_3e_3cc.html");
  }

  private static SeenPage page(String path) {
    return SeenPage.read(path, FILES.get(path));
  }

  private static SeenPage.Element h1(SeenPage page) {
    return page.all("h1").get(0);
  }

  /** Gives the place of the innermost element that holds a text. */
  private static int order(SeenPage page, String text) {
    int place = -1;
    for (int i = 0; i < page.all().size(); i++) {
      place = page.all().get(i).said().contains(text) ? i : place;
    }
    assertThat(place).as(text).isNotNegative();
    return place;
  }
}
