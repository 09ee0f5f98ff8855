package io.github.backupdiag.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.backupdiag.diagnostic.Diagnostic;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the design that a compiler does not check. */
class ArchitectureTest {

  private static final String BASE = "io.github.backupdiag";

  /** A cache of a constant table, filled as its pages are used: what it gives never differs. */
  private static final String FOLDED_PAGES = BASE + ".internal.intake.Folding.PAGES";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(BuiltModule.classes());

  /**
   * Who may know whom. Beyond the table of the design, the façades know the internal package that
   * does their work; nobody else knows an internal one.
   */
  static Stream<Arguments> table() {
    return Stream.of(
        arguments("fact", List.of("internal.redact")),
        arguments("catalog", List.of()),
        arguments("request", List.of("fact")),
        arguments("guestaccess", List.of("fact")),
        arguments("intake", List.of("catalog", "fact", "request", "internal.intake")),
        arguments("probe", List.of("fact", "request", "guestaccess")),
        arguments("diagnostic", List.of("fact")),
        arguments("report", List.of("fact", "probe", "diagnostic", "catalog")),
        arguments("render", List.of("report", "internal.render")));
  }

  @ParameterizedTest(name = "{0} imports nothing but {1}")
  @MethodSource("table")
  void knowsOnlyWhatTheTableAllows(String slice, List<String> allowed) {
    List<JavaClass> classes = CLASSES.stream().filter(type -> sliceOf(type).equals(slice)).toList();

    assertThat(classes).as("a table that sees nothing says nothing").isNotEmpty();
    assertThat(classes.stream().flatMap(ArchitectureTest::known).filter(s -> !s.equals(slice)))
        .isSubsetOf(allowed);
  }

  @Test
  void hasEveryExportedPackageInTheTable() {
    Set<String> inTable =
        table().map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));
    inTable.addAll(List.of("", "testkit"));

    assertThat(BuiltModule.exportedPackages().stream().map(ArchitectureTest::sliceOf))
        .isSubsetOf(inTable);
  }

  @Test
  void letsOnlyEngineAndTestKitKnowTheFacade() {
    assertThat(
            CLASSES.stream()
                .filter(type -> known(type).anyMatch(String::isEmpty))
                .map(ArchitectureTest::sliceOf)
                .collect(Collectors.toSet()))
        .isSubsetOf("", "internal.engine", "testkit");
  }

  @Test
  void letsNobodyKnowTheTestKit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".testkit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".testkit")
        .because("it is for authors of rules, not for running them")
        .check(CLASSES);
  }

  /** Each of them passes constants and names of classes; texts of what was read are not logged. */
  @Test
  void logsInTwoPlacesOnly() {
    assertThat(
            CLASSES.stream()
                .filter(
                    type ->
                        type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(
                                to -> to.getTargetClass().getPackageName().equals("org.slf4j")))
                .map(JavaClass::getName))
        .containsExactlyInAnyOrder(BASE + ".fact.FactSetJson", BASE + ".internal.engine.Progress");
  }

  @Test
  void hasNoCycles() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  private static Stream<String> known(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> (target.getPackageName() + ".").startsWith(BASE + "."))
        .map(ArchitectureTest::sliceOf);
  }

  private static String sliceOf(JavaClass type) {
    return sliceOf(type.getPackageName());
  }

  /** First part of a package behind the base, two parts of an internal one. */
  private static String sliceOf(String packageName) {
    String[] parts = packageName.substring(BASE.length()).split("\\.");
    int length = parts.length > 1 && parts[1].equals("internal") ? 3 : 2;
    return Arrays.stream(parts).limit(length).skip(1).collect(Collectors.joining("."));
  }

  @Test
  void looksForExtensionsInOnePlaceOnly() {
    assertThat(
            CLASSES.stream()
                .filter(
                    type ->
                        type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(
                                to ->
                                    to.getTargetClass()
                                        .getName()
                                        .equals("java.util.ServiceLoader")))
                .map(JavaClass::getName))
        .containsExactly(BASE + ".internal.engine.Extensions");
  }

  @Test
  void showsNoTypeOfALibraryToConsumers() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass type : exportedTypes()) {
      Stream<JavaClass> inherited =
          Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
      Stream<JavaClass> shown =
          type.getCodeUnits().stream()
              .filter(ArchitectureTest::isShown)
              .flatMap(
                  unit ->
                      Stream.concat(
                          unit.getRawParameterTypes().stream(),
                          Stream.of(unit.getRawReturnType())));
      Stream.concat(inherited, shown)
          .map(JavaClass::getBaseComponentType)
          .filter(
              to ->
                  !to.isPrimitive()
                      && !to.getPackageName().matches("(java|io\\.github\\.backupdiag)(\\..*)?"))
          .forEach(to -> foreign.add(type.getName() + " shows " + to.getName()));
    }

    assertThat(foreign).isEmpty();
  }

  @Test
  void showsNoInternalTypeToConsumers() {
    assertThat(exportedTypes())
        .allSatisfy(
            type ->
                assertThat(
                        type.getCodeUnits().stream()
                            .filter(ArchitectureTest::isShown)
                            .flatMap(
                                unit ->
                                    Stream.concat(
                                        unit.getRawParameterTypes().stream(),
                                        Stream.of(unit.getRawReturnType())))
                            .filter(to -> to.getPackageName().startsWith(BASE + ".internal")))
                    .as(type.getName())
                    .isEmpty());
  }

  private static boolean isShown(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static List<JavaClass> exportedTypes() {
    Set<String> exported = BuiltModule.exportedPackages();
    List<JavaClass> types =
        CLASSES.stream()
            .filter(type -> exported.contains(type.getPackageName()))
            .filter(ArchitectureTest::isVisible)
            .toList();
    assertThat(types).hasSizeGreaterThan(50);
    return types;
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  @Test
  void letsNobodyInheritFromWhatIsNotMadeForIt() {
    assertThat(exportedTypes())
        .filteredOn(
            type ->
                !type.isInterface()
                    && !type.isEnum()
                    && !type.isRecord()
                    && !type.isAssignableTo(Throwable.class))
        .isNotEmpty()
        .allMatch(type -> type.getModifiers().contains(JavaModifier.FINAL));
  }

  @Test
  void marksEveryExportedPackageAsFreeOfNull() {
    assertThat(BuiltModule.exportedPackages())
        .allMatch(
            name ->
                CLASSES
                    .get(name + ".package-info")
                    .isAnnotatedWith("org.jspecify.annotations.NullMarked"));
  }

  @Test
  void writesToNoStreamOfTheProcessAndNeitherSleepsNorExits() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    Set<String> forbidden =
        Set.of("java.lang.System.exit", "java.lang.Runtime.halt", "java.lang.Thread.sleep");

    assertThat(CLASSES.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()))
        .noneMatch(
            call -> forbidden.contains(call.getTargetOwner().getName() + "." + call.getName()));
  }

  @Test
  void keepsNoState() {
    List<JavaField> shared =
        CLASSES.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .toList();

    assertThat(shared).hasSizeGreaterThan(50);
    assertThat(shared.stream().filter(field -> !cannotChange(field)))
        .extracting(JavaField::getFullName)
        .containsExactly(FOLDED_PAGES);
  }

  private static boolean cannotChange(JavaField field) {
    JavaClass type = field.getRawType();
    return field.getModifiers().contains(JavaModifier.FINAL)
        && !type.getPackageName().startsWith("java.util.concurrent")
        && !Set.of("java.util.HashMap", "java.util.ArrayList", "java.lang.StringBuilder")
            .contains(type.getName());
  }

  @Test
  void judgesWithoutLookingAtAnything() {
    noClasses()
        .that(assignableTo(Diagnostic.class))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System")
        .because("a rule is a function of facts")
        .check(CLASSES);
    assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(Diagnostic.class)))
        .hasSizeGreaterThan(1)
        .flatExtracting(JavaClass::getMethodCallsFromSelf)
        .noneMatch(
            call ->
                call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().equals("java.time"));
  }
}
