package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    private static final String BOMB = "a spreadsheet that unpacks to more than the heap";

    /** What no program could open would be refused for that, and prove nothing. */
    @Test
    void the_spreadsheet_that_is_too_large_is_whole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.zip");
        Files.write(file, HostileFiles.all(1).get(BOMB).content());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry sheet = zip.getEntry("xl/worksheets/sheet1.xml");
            assertThat(sheet.getSize()).isGreaterThan(Runtime.getRuntime().maxMemory());
            assertThat(Files.size(file)).isLessThan(10_000_000);
            try (InputStream unpacked = zip.getInputStream(sheet)) {
                assertThat(unpacked.skip(3_000_000)).isEqualTo(3_000_000);
                assertThat(unpacked.readNBytes(3_000_000)).hasSize(3_000_000).containsOnly(0);
            }
        }
    }
}
