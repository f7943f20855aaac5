package cn.zhengqi.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/**
 * The compiled code of a service and of the libraries below it, read once for all tests of a JVM: it takes seconds. Of what belongs to neither, it is known what is called and of which kind it is, not what
 * it calls in turn.
 */
final class CompiledCode {

    private static final String RESOLUTION = "import.dependencyResolutionProcess.maxIterationsFor";

    private static SoftReference<JavaClasses> read = new SoftReference<>(null);

    private CompiledCode() {}

    static synchronized JavaClasses all() {
        JavaClasses known = read.get();
        if (known == null) {
            known = of(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()), "cn.zhengqi");
            read = new SoftReference<>(known);
        }
        return known;
    }

    static JavaClasses of(ClassFileImporter importer, String base) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setProperty(RESOLUTION + "AccessesToTypes", "0");
            configuration.setProperty(RESOLUTION + "MemberTypes", "0");
            return importer.importUrls(holding(base));
        });
    }

    /** To look for the package by its name opens every library there is. */
    private static List<URL> holding(String base) {
        try {
            return Collections.list(CompiledCode.class.getClassLoader().getResources(base.replace('.', '/')));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param base package of a service, its own and those inside it */
    static JavaClasses below(String base) {
        return all().that(JavaClass.Predicates.resideInAPackage(base + ".."));
    }
}
