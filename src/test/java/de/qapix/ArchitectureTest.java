package de.qapix;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture page. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("de.qapix");

  @Test
  void each_package_uses_only_those_it_may() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("de.qapix..")
        .layer("main")
        .definedBy("de.qapix")
        .layer("cli")
        .definedBy("de.qapix.cli")
        .layer("calendly")
        .definedBy("de.qapix.calendly")
        .layer("sync")
        .definedBy("de.qapix.sync")
        .layer("store")
        .definedBy("de.qapix.store")
        .layer("migrate")
        .definedBy("de.qapix.migrate")
        .optionalLayer("schema")
        .definedBy("de.qapix.schema")
        .layer("lint")
        .definedBy("de.qapix.lint")
        .optionalLayer("finding")
        .definedBy("de.qapix.finding")
        .layer("query")
        .definedBy("de.qapix.query")
        .layer("source")
        .definedBy("de.qapix.source")
        .layer("sandbox")
        .definedBy("de.qapix.sandbox")
        .layer("postgres")
        .definedBy("de.qapix.postgres")
        .layer("api")
        .definedBy("de.qapix.api")
        .layer("files")
        .definedBy("de.qapix.files")
        .layer("sql")
        .definedBy("de.qapix.sql")
        .layer("db")
        .definedBy("de.qapix.db..")
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("calendly")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("sync")
        .mayOnlyBeAccessedByLayers("main", "cli", "calendly")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("main", "cli", "calendly", "sync")
        .whereLayer("migrate")
        .mayOnlyBeAccessedByLayers("main", "cli")
        .whereLayer("schema")
        .mayOnlyBeAccessedByLayers("main", "cli", "migrate")
        .whereLayer("lint")
        .mayOnlyBeAccessedByLayers("main", "cli")
        .whereLayer("query")
        .mayOnlyBeAccessedByLayers("main", "cli", "source")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("finding")
        .mayOnlyBeAccessedByLayers("main", "cli", "migrate", "schema", "lint", "query")
        .whereLayer("sandbox")
        .mayOnlyBeAccessedByLayers("main", "cli")
        .whereLayer("postgres")
        .mayOnlyBeAccessedByLayers("main", "cli", "schema", "migrate")
        .whereLayer("api")
        .mayOnlyBeAccessedByLayers("main", "cli", "calendly", "sync", "sandbox")
        .whereLayer("files")
        .mayOnlyBeAccessedByLayers("cli", "finding", "schema")
        .whereLayer("sql")
        .mayOnlyBeAccessedByLayers("main", "cli", "migrate", "schema", "lint", "query", "source")
        .whereLayer("db")
        .mayOnlyBeAccessedByLayers("main", "calendly", "store", "migrate")
        .ignoreDependency(resideInAnyPackage("de.qapix.db.."), resideInAnyPackage("de.qapix.db.."))
        .check(PRODUCT);
  }
}
