package cn.zhengqi.bench;

import java.nio.file.Path;

/** What is measured runs with the options of production, from the file that the image of a service reads; the heap is said beside it. */
final class ProductionJvm {

    /** An argument for a JVM that is started below the project or by its launcher. */
    static final String OPTIONS = "@"
            + Path.of(System.getProperty("zhengqi.root", ""))
                    .resolve("deploy/jvm/production.options")
                    .toAbsolutePath();

    private ProductionJvm() {}
}
