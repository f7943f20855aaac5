package cn.zhengqi.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LibrariesTest {

    private final JavaClasses kernel = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.zhengqi.kernel");

    @Test
    void the_kernel_is_plain_java() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.baomidou..", "jakarta..", "tools.jackson..")
                .because("every API module stands on it")
                .check(kernel);
    }
}
