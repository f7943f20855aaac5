package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @TempDir
    Path folder;

    @Test
    void what_the_build_itself_writes_is_no_change() throws IOException {
        write("src/A.java", "class A {}");
        var before = stamp();
        write("target/classes/A.class", "x");
        write("node_modules/left/index.js", "x");
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void a_changed_new_or_deleted_source_is_a_change() throws IOException {
        write("src/A.java", "class A {}");
        var first = stamp();
        write("src/A.java", "class A { }");
        var second = stamp();
        write("src/B.java", "class B {}");
        var third = stamp();
        Files.delete(folder.resolve("src/A.java"));
        assertThat(List.of(first, second, third, stamp())).doesNotHaveDuplicates();
    }

    @Test
    void a_resource_that_is_gone_from_the_sources_is_in_no_jar_any_more() throws IOException {
        write("src/main/resources/db/migration/V1__first.sql", "select 1");
        write("target/classes/db/migration/V1__first.sql", "select 1");
        write("target/classes/db/migration/V2__taken_back.sql", "select 2");
        write("target/classes/cn/A.class", "x");
        write("target/classes/META-INF/spring/written-by-a-processor", "x");

        Build.removeOrphans(folder);

        assertThat(folder.resolve("target/classes/db/migration/V2__taken_back.sql"))
                .doesNotExist();
        assertThat(List.of("db/migration/V1__first.sql", "cn/A.class", "META-INF/spring/written-by-a-processor"))
                .allSatisfy(kept -> assertThat(folder.resolve("target/classes").resolve(kept))
                        .exists());
    }

    @Test
    void a_failed_build_shows_its_errors_and_names_its_log() throws IOException {
        var terminal = new Terminal(System.out, System.err);
        var build = new Build(new Workspace(folder, Workspace.FIRST_DISTRICT, folder), terminal);
        var log = folder.resolve("maven.log");
        assertThatThrownBy(() -> build.run(
                        List.of("sh", "-c", "echo fine; echo '[ERROR] A.java:3 missing ;'; exit 1"),
                        folder,
                        log,
                        "the Maven build",
                        line -> {}))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("the Maven build failed; see maven.log")
                .hasMessageContaining("A.java:3 missing ;");
    }

    @Test
    void what_a_run_of_all_tests_packaged_is_not_built_again() throws IOException {
        var build = buildOfThreeModules();

        build.allModulesBy(() -> true);

        build.bringUpToDate(false);
    }

    @Test
    void what_was_built_with_all_others_is_not_built_again_when_asked_for_alone() throws IOException {
        var build = buildOfThreeModules();

        build.allModulesBy(() -> true);

        build.bringUpToDate(List.of("one-service/server"));
    }

    @Test
    void what_was_built_alone_leaves_the_others_to_be_built() throws IOException {
        var build = buildOfThreeModules();
        build.allModulesBy(() -> true);
        write("common/src/main/Library.java", "class Library { }");

        assertThatThrownBy(() -> build.bringUpToDate(List.of("one-service/server")))
                .hasMessageContaining("Building one-service/server");
        assertThatThrownBy(() -> build.bringUpToDate(false)).hasMessageContaining("Building all modules");
    }

    @Test
    void what_a_run_of_all_tests_did_not_bring_to_its_end_is_built() throws IOException {
        var build = buildOfThreeModules();

        build.allModulesBy(() -> false);

        assertThatThrownBy(() -> build.bringUpToDate(false)).hasMessageContaining("Building");
    }

    /** Whoever begins to build says so, and here that fails. */
    private Build buildOfThreeModules() throws IOException {
        write(
                "pom.xml",
                "<module>common</module><module>one-service/server</module><module>other-service/server</module>");
        for (var module : List.of("common", "one-service/server", "other-service/server")) {
            write(module + "/src/main/A.java", "class A {}");
            write(module + "/target/classes/A.class", "x");
        }
        var refusesProgress = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(@Nullable String line) {
                throw new IllegalStateException(line);
            }
        };
        return new Build(Workspace.of(folder, 0), new Terminal(System.out, refusesProgress));
    }

    private String stamp() {
        return Build.stamp(List.of(folder));
    }

    private void write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
