package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void a_failed_build_shows_its_errors_and_names_its_log() throws IOException {
        var terminal = new Terminal(System.out, System.err);
        var build = new Build(new Workspace(folder, folder), terminal);
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

    private String stamp() {
        return Build.stamp(List.of(folder));
    }

    private void write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
