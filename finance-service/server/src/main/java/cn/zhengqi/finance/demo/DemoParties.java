package cn.zhengqi.finance.demo;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Who acts in the demo: people of enterprises, banks and offices by the names under which they sign in. */
public final class DemoParties {

    private final List<DemoAccount> accounts;
    private final List<Registered> enterprises;
    private final List<Institution> institutions;
    private final List<Town> towns;

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
    }

    /** @param registeredCapital 万元 */
    public record Enterprise(
            UUID id,
            String uscc,
            String name,
            String entityType,
            BigDecimal registeredCapital,
            String industryCode,
            String townCode,
            String townName,
            DemoAccount administrator) {}

    /** @param bankId of the bank that the person works for */
    public record Officer(DemoAccount account, UUID bankId) {}

    private record Registered(
            UUID id,
            String uscc,
            String name,
            String entityType,
            BigDecimal registeredCapital,
            String industryCode,
            String townCode) {}

    private record Institution(UUID id, String code) {}

    private record Towns(List<Town> towns) {}

    private record Town(String code, String name) {}

    /** @throws IllegalStateException for a name that the demo does not know; so the others */
    public DemoAccount person(String username) {
        return only(accounts, it -> it.username().equals(username), username);
    }

    public Officer officer(String username) {
        DemoAccount person = person(username);
        return new Officer(
                person,
                only(institutions, it -> it.code().equals(person.institutionCode()), "bank of " + username)
                        .id());
    }

    /** @param username of its administrator */
    public Enterprise enterprise(String username) {
        DemoAccount person = person(username);
        Registered it = only(
                enterprises,
                enterprise -> enterprise.uscc().equals(person.enterpriseUscc()),
                "enterprise of " + username);
        return new Enterprise(
                it.id(),
                it.uscc(),
                it.name(),
                it.entityType(),
                it.registeredCapital(),
                it.industryCode(),
                it.townCode(),
                only(towns, town -> town.code().equals(it.townCode()), it.townCode())
                        .name(),
                person);
    }

    private static <T> T only(List<T> all, Predicate<T> wanted, String what) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo has no " + what));
    }
}
