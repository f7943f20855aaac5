package cn.zhengqi.finance.demo;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who acts in the demo: people of enterprises, banks and offices by the names under which they sign in. */
public final class DemoParties {

    private final List<DemoAccount> accounts;
    private final List<Registered> enterprises;
    private final List<Institution> institutions;
    private final List<Town> towns;
    private final Map<String, String> industries;

    /** @param now when they are entered */
    public DemoParties(Instant now) {
        this.accounts = DemoFiles.accounts(now);
        this.enterprises = DemoFiles.enterprises().stream()
                .map(line -> Json.MAPPER.readValue(line, Registered.class))
                .toList();
        this.institutions = ReferenceFiles.institutions().stream()
                .map(line -> Json.MAPPER.readValue(line, Institution.class))
                .toList();
        this.towns = Json.MAPPER
                .readValue(ReferenceFiles.text("towns.json"), Towns.class)
                .towns();
        this.industries = ReferenceFiles.lines("gbt4754_2017.tsv").stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, same) -> one));
    }

    /** @param facts what the demo says of it that decides something here */
    public record Enterprise(EnterpriseRecord register, Facts facts, DemoAccount administrator) {}

    /** Absent: not known. */
    public record Facts(
            @Nullable Boolean noMajorViolation2y, @Nullable Boolean noWageArrears) {}

    public record Officer(DemoAccount account, UUID institutionId, String institutionName) {

        public boolean ofBank() {
            return account.userType().equals("BANK");
        }
    }

    private record Registered(
            UUID id,
            String uscc,
            String name,
            String entityType,
            String legalRep,
            BigDecimal registeredCapital,
            LocalDate establishedOn,
            String industryCode,
            String townCode,
            String regionCode,
            String address,
            EnterpriseStatus status,
            List<Shareholder> shareholders,
            List<Investment> investments,
            List<Asset> assets,
            List<JudicialRecord> judicial,
            Facts facts) {

        EnterpriseRecord inTheRegister(String industryName, String townName) {
            return new EnterpriseRecord(
                    id,
                    uscc,
                    name,
                    entityType,
                    legalRep,
                    registeredCapital,
                    establishedOn,
                    industryCode,
                    industryName,
                    townCode,
                    townName,
                    regionCode,
                    address,
                    status,
                    true,
                    shareholders,
                    investments,
                    assets,
                    judicial);
        }
    }

    private record Institution(UUID id, String code, String name) {}

    private record Towns(List<Town> towns) {}

    private record Town(String code, String name) {}

    /** @throws IllegalStateException for a name that the demo does not know; so the others */
    public DemoAccount person(String username) {
        return only(accounts, it -> it.username().equals(username), username);
    }

    public Officer officer(String username) {
        DemoAccount person = person(username);
        Institution institution =
                only(institutions, it -> it.code().equals(person.institutionCode()), "institution of " + username);
        return new Officer(person, institution.id(), institution.name());
    }

    /** @param username of its administrator */
    public Enterprise enterprise(String username) {
        DemoAccount person = person(username);
        Registered it = only(
                enterprises,
                enterprise -> enterprise.uscc().equals(person.enterpriseUscc()),
                "enterprise of " + username);
        String town = only(towns, one -> one.code().equals(it.townCode()), it.townCode())
                .name();
        String industry = industries.getOrDefault(it.industryCode(), it.industryCode());
        return new Enterprise(it.inTheRegister(industry, town), it.facts(), person);
    }

    private static <T> T only(List<T> all, Predicate<T> wanted, String what) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo has no " + what));
    }
}
