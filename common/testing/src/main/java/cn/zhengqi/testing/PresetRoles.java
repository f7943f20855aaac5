package cn.zhengqi.testing;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The preset roles as user-service has them; its test writes the file that this is read from. */
public final class PresetRoles {

    public static final String FILE = "docs/permissions/roles.json";

    private static final JsonMapper JSON = new JsonMapper();

    private PresetRoles() {}

    /**
     * @param holders types of institutions whose people may have it; empty: people of enterprises
     * @param fields what it says of sensitive fields
     * @param scopes how far it reaches into a resource, by its code and, after an {@code @}, the type of institution for which alone it says so
     */
    public record PresetRole(
            String code,
            String name,
            List<String> holders,
            List<String> permissions,
            Map<String, FieldRule> fields,
            Map<String, String> scopes) {

        /** For people of this type of institution; null: it says nothing. */
        public @Nullable Reach reach(ScopedResource resource, @Nullable String holder) {
            String word = scopes.getOrDefault(resource.code() + "@" + holder, scopes.get(resource.code()));
            return word == null ? null : Reach.parse(word);
        }

        /** Somebody new with this role and no other, of an enterprise or institution that owns nothing. */
        public CurrentUser holder() {
            return PresetRoles.holder(this);
        }
    }

    public static List<PresetRole> all() {
        return Arrays.asList(JSON.readValue(Repository.text(FILE), PresetRole[].class));
    }

    /** Somebody new with all these roles. */
    public static CurrentUser holderOf(String... codes) {
        List<PresetRole> roles = Arrays.stream(codes)
                .map(code -> all().stream()
                        .filter(role -> role.code().equals(code))
                        .findFirst()
                        .orElseThrow())
                .toList();
        Set<String> permissions = new LinkedHashSet<>();
        roles.forEach(role -> permissions.addAll(role.permissions()));
        CurrentUser holder = holder(new PresetRole(
                codes[0],
                roles.getFirst().name(),
                roles.getFirst().holders(),
                List.copyOf(permissions),
                Map.of(),
                Map.of()));
        Map<ScopedResource, Reach> widest = new EnumMap<>(ScopedResource.class);
        String type = roles.getFirst().holders().stream().findFirst().orElse(null);
        roles.forEach(
                role -> reaches(role, type).forEach((resource, reach) -> widest.merge(resource, reach, Reach::or)));
        return holder.reaching(widest, holder.territory());
    }

    private static Map<ScopedResource, Reach> reaches(PresetRole role, @Nullable String holder) {
        Map<ScopedResource, Reach> reaches = new EnumMap<>(ScopedResource.class);
        for (ScopedResource resource : ScopedResource.values()) {
            if (resource.isTouchedBy(role.permissions())) {
                Reach said = role.reach(resource, holder);
                reaches.put(resource, said == null ? resource.unsaid() : said);
            }
        }
        return reaches;
    }

    private static CurrentUser holder(PresetRole role) {
        boolean enterprise = role.holders().isEmpty();
        UserType type = enterprise ? UserType.ENTERPRISE : typeOf(role.holders().getFirst());
        boolean acts = enterprise && role.permissions().contains("enterprise.own");
        CurrentUser holder = new CurrentUser(
                        Ids.next(),
                        "测试" + role.name(),
                        type,
                        acts ? Ids.next() : null,
                        acts ? "测试企业有限公司" : null,
                        enterprise ? null : Ids.next(),
                        enterprise ? null : "测试机构",
                        Set.of(role.code()),
                        Set.copyOf(role.permissions()))
                .seeing(role.fields());
        return holder.reaching(reaches(role, enterprise ? null : role.holders().getFirst()), holder.territory());
    }

    private static UserType typeOf(String institutionType) {
        return switch (institutionType) {
            case "DEPARTMENT", "TOWN" -> UserType.GOVERNMENT;
            default -> UserType.valueOf(institutionType);
        };
    }
}
