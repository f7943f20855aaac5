package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void every_account_that_is_shown_is_one_of_the_demo_data_and_in_both_readmes() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("deploy/district/banan/data/demo/accounts.tsv"));
        int username = List.of(lines.getFirst().split("\t", -1)).indexOf("username");
        List<String> known = lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[username])
                .toList();
        String readmes =
                Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("README.zh-CN.md"));

        assertThat(Welcome.ACCOUNTS)
                .extracting(Welcome.Account::username)
                .doesNotHaveDuplicates()
                .isSubsetOf(known)
                .allSatisfy(
                        name -> assertThat(readmes.split("`" + name + "`", -1)).hasSizeGreaterThan(2));
    }

    @Test
    void the_numbers_for_which_the_simulator_of_text_messages_does_worse_are_those_of_the_accounts_that_are_named()
            throws IOException {
        String simulator = Files.readString(
                ROOT.resolve("message-service/server/src/main/java/cn/zhengqi/message/sms/SimulatedPhone.java"));
        String operations = Files.readString(ROOT.resolve("docs/operations.md"));
        Map<String, String> named = Pattern.compile("^ +(1990000\\d+) .* \\((qiye\\d+)\\)$", Pattern.MULTILINE)
                .matcher(Launcher.HELP)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        for (String district : List.of("banan", "example")) {
            List<String> accounts =
                    Files.readAllLines(ROOT.resolve("deploy/district/" + district + "/data/demo/accounts.tsv"));

            assertThat(named).allSatisfy((phone, account) -> {
                assertThat(accounts).anyMatch(line -> line.contains("\t" + account + "\t" + phone + "\t"));
                assertThat(simulator).contains('"' + phone + '"');
                assertThat(operations).contains("`" + phone + "`, `" + account + "`");
            });
        }
        assertThat(simulator.split("\\(\"1990000", -1)).hasSize(named.size() + 1);
    }

    @Test
    void the_enterprise_that_the_readmes_offer_for_a_claim_has_no_code_and_is_who_they_say() throws IOException {
        String enterprise =
                Files.readAllLines(ROOT.resolve("deploy/district/banan/data/demo/enterprises.jsonl")).stream()
                        .filter(line -> line.contains("91500113MAXXY2Y044"))
                        .findFirst()
                        .orElseThrow();

        assertThat(enterprise)
                .contains("\"code\":null", "\"openClaim\":null", "\"status\":\"ACTIVE\"", "重庆启轩技术研究院有限公司", "易涵辉");
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            assertThat(Files.readString(ROOT.resolve(readme)))
                    .contains("91500113MAXXY2Y044", "重庆启轩技术研究院有限公司", "易涵辉", "500199198506120037");
        }
    }
}
