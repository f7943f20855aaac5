package cn.zhengqi.finance.courts;

import cn.zhengqi.finance.courts.CourtsProperties.Member;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What members are called in the sources' own publications, in the small letters of the platforms: 最高人民法院 (中国执行信息公开网), the data standard of 双公示 for penalties, and the market regulators' for 经营异常. A directory may name
 * them otherwise.
 */
final class MemberNames {

    private static final Map<RecordKind, Map<Member, String>> PUBLISHED = Map.of(
            RecordKind.DISHONEST,
            Map.of(
                    Member.NUMBER, "casecode",
                    Member.AUTHORITY, "courtname",
                    Member.MATTER, "disrupttypename",
                    Member.STATE, "performance",
                    Member.DAY, "regdate"),
            RecordKind.ENFORCEMENT,
            Map.of(
                    Member.NUMBER, "casecode",
                    Member.AUTHORITY, "execcourtname",
                    Member.STATE, "casestate",
                    Member.DAY, "casecreatetime",
                    Member.AMOUNT, "execmoney"),
            RecordKind.JUDGMENTS,
            Map.of(Member.MATTER, "casetype", Member.COUNT, "count"),
            RecordKind.PENALTY,
            Map.of(
                    Member.NUMBER, "cf_wsh",
                    Member.AUTHORITY, "cf_cfjg",
                    Member.MATTER, "cf_wfxw",
                    Member.STATE, "cf_cflb",
                    Member.DAY, "cf_jdrq",
                    Member.AMOUNT, "cf_nr_fk"),
            RecordKind.ABNORMAL,
            Map.of(
                    Member.AUTHORITY, "decorg",
                    Member.MATTER, "specause",
                    Member.DAY, "abntime",
                    Member.REMOVED, "remdate"));

    private final RecordKind kind;
    private final Map<Member, String> otherwise;

    MemberNames(RecordKind kind, Map<Member, String> otherwise) {
        this.kind = kind;
        this.otherwise = otherwise;
    }

    /** Null: this kind has none. */
    @Nullable
    String of(Member member) {
        String name = otherwise.get(member);
        return name == null ? PUBLISHED.getOrDefault(kind, Map.of()).get(member) : name;
    }
}
