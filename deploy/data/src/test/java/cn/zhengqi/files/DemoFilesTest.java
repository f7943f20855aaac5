package cn.zhengqi.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Uscc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFilesTest {

    private static final Instant NOW = Instant.parse("2027-03-01T04:00:00Z");

    @Test
    void the_last_account_of_the_demo_was_opened_today() {
        Instant last = DemoFiles.accounts(NOW).getLast().createdAt();

        assertThat(last).isBetween(Instant.parse("2027-02-28T16:00:00Z"), NOW);
    }

    @Test
    void no_time_of_the_demo_lies_in_the_future() {
        Instant shortlyAfterMidnight = Instant.parse("2027-02-28T16:01:00Z");

        assertThat(DemoFiles.accounts(shortlyAfterMidnight))
                .allMatch(account -> !account.createdAt().isAfter(shortlyAfterMidnight));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-01T04:00:00Z",
                "2027-02-27T15:00:00Z",
                "2027-02-28T16:01:00Z",
                "2027-03-02T01:20:00Z",
                "2026-10-04T06:00:00Z"
            })
    void everybody_works_in_office_hours_whenever_the_demo_is_loaded(Instant now) {
        assertThat(DemoFiles.accounts(now)).allMatch(account -> OfficeHours.isOpen(account.createdAt()));
        assertThat(DemoFiles.enterprises())
                .flatMap(DemoFilesTest::times)
                .extracting(time -> DemoFiles.move(time, now))
                .hasSize(300 + 2 * 140 + 12)
                .allMatch(OfficeHours::isOpen)
                .noneMatch(time -> time.isAfter(now));
    }

    private static List<String> times(DemoEnterprise it) {
        List<String> times = new ArrayList<>(List.of(it.registeredAt()));
        if (it.code() != null) {
            times.addAll(List.of(it.code().claimedAt(), it.code().issuedAt()));
        }
        if (it.openClaim() != null) {
            times.add(it.openClaim().submittedAt());
        }
        return times;
    }

    @Test
    void what_came_first_in_the_demo_still_does() {
        assertThat(DemoFiles.enterprises())
                .filteredOn(it -> it.code() != null)
                .hasSize(140)
                .extracting(DemoEnterprise::holder)
                .allMatch(it -> DemoFiles.move(it.claimedAt(), NOW).isBefore(DemoFiles.move(it.issuedAt(), NOW)));
    }

    @Test
    void every_enterprise_has_a_valid_code_of_its_own_in_the_district() {
        Set<Uscc> codes =
                DemoFiles.enterprises().stream().map(it -> new Uscc(it.uscc())).collect(Collectors.toSet());

        assertThat(codes).hasSize(300).allMatch(code -> code.value().startsWith("500113", 2));
    }

    @Test
    void every_administrator_belongs_to_an_enterprise_of_the_demo() {
        List<String> enterprises =
                DemoFiles.enterprises().stream().map(DemoEnterprise::uscc).toList();

        assertThat(DemoFiles.accounts(NOW))
                .filteredOn(account -> account.role().equals("ENTERPRISE_ADMIN"))
                .hasSize(140)
                .allMatch(account -> enterprises.contains(account.enterpriseUscc()));
    }

    @Test
    void every_officer_works_for_an_institution_of_the_demo() {
        String institutions =
                String.join("\n", ReferenceFiles.institutions()) + String.join("\n", DemoFiles.branches());

        assertThat(DemoFiles.accounts(NOW))
                .filteredOn(account -> account.institutionCode() != null)
                .isNotEmpty()
                .allMatch(account -> institutions.contains("\"code\":\"" + account.institutionCode() + "\""));
    }

    @Test
    void a_bank_of_the_demo_has_two_branches_with_officers_of_their_own() {
        String institutions = String.join("\n", ReferenceFiles.institutions());
        Pattern branch = Pattern.compile("\"code\":\"([^\"]+)\".*\"parent\":\"([^\"]+)\"");

        assertThat(DemoFiles.branches()).hasSize(2).allSatisfy(line -> {
            var it = branch.matcher(line).results().findFirst().orElseThrow();
            assertThat(institutions).contains("\"code\":\"" + it.group(2) + "\"");
            assertThat(DemoFiles.accounts(NOW))
                    .filteredOn(account -> it.group(1).equals(account.institutionCode()))
                    .hasSizeGreaterThan(1)
                    .allMatch(account -> account.role().equals("BANK_OFFICER"));
        });
    }

    @Test
    void every_bank_name_of_the_loan_products_leads_to_a_bank() {
        String institutions = String.join("\n", ReferenceFiles.institutions());
        Pattern bank = Pattern.compile("\"bank\": \"([^\"]+)\"");

        assertThat(ReferenceFiles.lines("loan_products.jsonl"))
                .map(line ->
                        bank.matcher(line).results().findFirst().orElseThrow().group(1))
                .hasSize(20)
                .allMatch(name -> institutions.contains("\"" + name + "\""));
    }
}
