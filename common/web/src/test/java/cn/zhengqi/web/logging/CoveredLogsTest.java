package cn.zhengqi.web.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CoveredLogsTest {

    @TempDir
    Path folder;

    @Test
    void a_line_shows_no_number_of_a_person_wherever_it_came_from() throws Exception {
        String plain = logged("--spring.profiles.active=local", "--logging.pattern.level=%5p %X{caller}");

        assertThat(plain)
                .contains("in the message 138****0001")
                .contains("\nand after its first line 138****0002, account ***************0123")
                .contains("138****0003")
                .contains("an argument 138****0004 and 500199********0037")
                .contains("IllegalStateException: of 138****0006")
                .contains("because of 023*****3344")
                .contains("died of 138****0006")
                .contains("the end 019a1ddb-e288-71d9-a787-013800000007");
    }

    @Test
    void a_line_of_json_shows_none_either_and_can_be_read() throws Exception {
        List<JsonNode> lines = logged("--zhengqi.nacos.enabled=false", "--logging.structured.format.file=logstash")
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.has("caller"))
                .toList();

        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.path("caller").asString()).isEqualTo("138****0003"));
        assertThat(lines.get(0).path("message").asString()).contains("\nand after its first line 138****0002");
        assertThat(lines.get(2).path("phone").asString()).isEqualTo("138****0005");
        assertThat(lines.get(3).path("stack_trace").asString()).contains("of 138****0006", "because of 023*****3344");
    }

    /** What a process wrote to its file. Neither there nor on standard output is a number plain. */
    private String logged(String... settings) throws Exception {
        Path file = folder.resolve("service.log");
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TalkativeApplication.class.getName(),
                "--spring.application.name=talkative",
                "--spring.cloud.nacos.config.enabled=false",
                "--logging.file.name=" + file));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        for (Path log : List.of(out, file)) {
            assertThat(Files.readString(log))
                    .contains("138****0001")
                    .doesNotContainPattern("1380000000[1-6]")
                    .doesNotContain("500199198506120037", "6222021234567890123", "023-66223344");
        }
        return Files.readString(file);
    }
}
