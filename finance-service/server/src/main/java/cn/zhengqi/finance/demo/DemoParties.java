package cn.zhengqi.finance.demo;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who acts in the demo: people of enterprises, banks and offices by the names under which they sign in. */
public final class DemoParties {

    private final List<DemoAccount> accounts;
    private final List<DemoEnterprise> enterprises;
    private final List<Institution> institutions;
    private final List<Town> towns;
    private final Map<String, String> industries;

    /** @param now when they are entered */
    public DemoParties(Instant now) {
        this.accounts = DemoFiles.accounts(now);
        this.enterprises = DemoFiles.enterprises();
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

    /** @param facts as in {@link DemoEnterprise} */
    public record Enterprise(EnterpriseRecord register, Map<String, Object> facts, DemoAccount administrator) {}

    public record Officer(DemoAccount account, UUID institutionId, String institutionName) {

        public boolean ofBank() {
            return account.userType().equals("BANK");
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
        DemoEnterprise it = only(
                enterprises,
                enterprise -> enterprise.uscc().equals(person.enterpriseUscc()),
                "enterprise of " + username);
        String town = only(towns, one -> one.code().equals(it.townCode()), it.townCode())
                .name();
        String industry = industries.getOrDefault(it.industryCode(), it.industryCode());
        return new Enterprise(inTheRegister(it, industry, town), it.facts(), person);
    }

    private static EnterpriseRecord inTheRegister(DemoEnterprise it, String industryName, String townName) {
        return new EnterpriseRecord(
                it.id(),
                it.uscc(),
                it.name(),
                it.entityType(),
                it.legalRep(),
                it.registeredCapital(),
                it.establishedOn(),
                it.industryCode(),
                industryName,
                it.townCode(),
                townName,
                it.regionCode(),
                it.address(),
                EnterpriseStatus.valueOf(it.status()),
                true,
                it.shareholders().stream()
                        .map(one -> new Shareholder(one.name(), one.ratio()))
                        .toList(),
                it.investments().stream()
                        .map(one -> new Investment(one.name(), one.ratio()))
                        .toList(),
                it.assets().stream()
                        .map(one -> new Asset(one.kind(), one.description()))
                        .toList(),
                it.judicial().stream()
                        .map(one -> new JudicialRecord(one.kind(), one.title(), one.date()))
                        .toList());
    }

    private static <T> T only(List<T> all, Predicate<T> wanted, String what) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo has no " + what));
    }
}
