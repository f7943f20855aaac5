package cn.zhengqi.code.card;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.code.consent.Standings;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.code.issued.CodeContent;
import cn.zhengqi.code.issued.Codes;
import cn.zhengqi.code.register.EnterpriseRegister;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.FieldRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays the register's data out on cards, as far as the viewer may see it. */
@Component
public class Cards {

    /** What a card can show, in its order. Tax data is used, but never shown. */
    public static final Set<ConsentCategory> SECTIONS =
            EnumSet.of(ConsentCategory.BASIC, ConsentCategory.INVESTMENT, ConsentCategory.ASSET, ConsentCategory.LEGAL);

    private static final String REGISTER_SILENT = "登记信息暂时无法获取，仅展示企业名称、代码和企业码状态";
    private static final String NOT_NOW = "暂时无法获取";
    private static final String NOT_FOR_VIEWER = "不在您的查看权限内";

    private final Codes codes;
    private final Consents consents;
    private final EnterpriseRegister register;
    private final CardMapper mapper;

    Cards(Codes codes, Consents consents, EnterpriseRegister register, CardMapper mapper) {
        this.codes = codes;
        this.consents = consents;
        this.register = register;
        this.mapper = mapper;
    }

    /** The whole card for the enterprise itself, with what others may see of it. */
    EnterpriseCard own(UUID enterpriseId) {
        Code code = codes.ofEnterprise(enterpriseId);
        return card(code, consents.standings(enterpriseId), register.find(enterpriseId), true);
    }

    /**
     * The register's entry of whose code it is, for {@link #forOthers}; read before the transaction of the scan begins, because the register has to be asked for what the copy has not
     * heard of. Empty for a code that nobody holds, and while the register does not answer.
     */
    public Optional<EnterpriseRecord> entryBehind(CodeContent content) {
        CardMapper.Holder holder = switch (content) {
            case CodeContent.Dynamic dynamic -> mapper.ofCode(dynamic.codeId());
            case CodeContent.Static(var token) -> mapper.ofStatic(token);
        };
        if (holder == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(holder.entry()).or(() -> register.ask(holder.enterpriseId()));
    }

    /** The card as somebody else may see it. */
    public EnterpriseCard forOthers(Code code, Standings consented, Optional<EnterpriseRecord> entry) {
        return card(code, consented, entry, false);
    }

    private static EnterpriseCard card(Code code, Standings consented, Optional<EnterpriseRecord> entry, boolean own) {
        List<EnterpriseCard.Section> sections = new ArrayList<>();
        for (ConsentCategory category : SECTIONS) {
            boolean allowed = consented.allow(category);
            boolean open = own || allowed;
            List<EnterpriseCard.Item> items =
                    open ? entry.map(known -> items(category, known)).orElse(List.of()) : List.of();
            String notice = null;
            if (!open) {
                notice = consented.why(category);
            } else if (items.isEmpty()) {
                notice = entry.isPresent() ? NOT_FOR_VIEWER : NOT_NOW;
            }
            sections.add(new EnterpriseCard.Section(
                    category, category.label(), allowed, consented.of(category), notice, items));
        }
        return new EnterpriseCard(
                code.getEnterpriseId(),
                code.getEnterpriseName(),
                code.getUscc(),
                code.isDemo(),
                code.getStatus(),
                code.getLevel(),
                code.getLevelReason(),
                entry.isPresent() ? null : REGISTER_SILENT,
                sections);
    }

    /** Nothing only where the viewer's roles keep all of it from them: what the register does not have is said in a line. */
    private static List<EnterpriseCard.Item> items(ConsentCategory category, EnterpriseRecord entry) {
        return switch (category) {
            case BASIC -> basic(entry);
            case INVESTMENT ->
                entry.shareholders().isEmpty() && entry.investments().isEmpty()
                        ? List.of(nothingKnown(category))
                        : investment(entry);
            case ASSET ->
                orNothingKnown(
                        category,
                        entry.assets().stream()
                                .map(asset -> new EnterpriseCard.Item(asset.kind(), asset.description()))
                                .toList());
            case LEGAL ->
                orNothingKnown(
                        category,
                        entry.judicial().stream()
                                .map(record -> new EnterpriseCard.Item(
                                        record.kind(), record.title() + "（" + record.date() + "）"))
                                .toList());
            case TAX, REPORT, MATCHES -> List.of();
        };
    }

    private static List<EnterpriseCard.Item> orNothingKnown(ConsentCategory category, List<EnterpriseCard.Item> items) {
        return items.isEmpty() ? List.of(nothingKnown(category)) : items;
    }

    private static EnterpriseCard.Item nothingKnown(ConsentCategory category) {
        return new EnterpriseCard.Item(category.label(), "暂无记录");
    }

    private static List<EnterpriseCard.Item> basic(EnterpriseRecord entry) {
        RegisteredOffice seen = FieldRules.applyForCaller(RegisteredOffice.of(entry));
        return Stream.of(
                        new EnterpriseCard.Item("法定代表人", seen.legalRep()),
                        new EnterpriseCard.Item("主体类型", entry.entityType()),
                        new EnterpriseCard.Item("登记状态", entry.status().label()),
                        new EnterpriseCard.Item("注册资本", number(entry.registeredCapital()) + " 万元"),
                        new EnterpriseCard.Item("成立日期", entry.establishedOn().toString()),
                        new EnterpriseCard.Item("所属行业", entry.industryName()),
                        new EnterpriseCard.Item("所属镇街", entry.townName()),
                        new EnterpriseCard.Item("住所", seen.address()))
                .filter(item -> !item.value().isEmpty())
                .toList();
    }

    private static List<EnterpriseCard.Item> investment(EnterpriseRecord entry) {
        List<EnterpriseCard.Item> items = new ArrayList<>();
        entry.shareholders().stream()
                .map(ShareOwner::of)
                .map(FieldRules::applyForCaller)
                .filter(seen -> !seen.name().isEmpty())
                .forEach(seen ->
                        items.add(new EnterpriseCard.Item("股东", seen.name() + "，持股 " + number(seen.ratio()) + "%")));
        entry.investments()
                .forEach(investment -> items.add(new EnterpriseCard.Item(
                        "对外投资", investment.name() + "，持股 " + number(investment.ratio()) + "%")));
        return items;
    }

    private static String number(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
