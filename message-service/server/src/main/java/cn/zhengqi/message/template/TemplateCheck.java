package cn.zhengqi.message.template;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.template.TemplateText.Malformed;
import cn.zhengqi.message.template.Variable.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the words of a notice, told at the field where it is. */
final class TemplateCheck {

    static final String MISSING_VARIABLE = "MISSING_VARIABLE";

    /** Inside the receiver's application: no address of another site. */
    private static final Pattern LINK = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    /** Words are shown as they are, and never as HTML: who types it means something that will not come. */
    private static final Pattern HTML = Pattern.compile("<[a-zA-Z/!]");

    private final Map<String, ? extends Variable<?>> known;
    private final Map<String, String> examples;
    private final Map<String, String> always;
    private final List<FieldProblem> faults = new ArrayList<>();

    private TemplateCheck(NoticeKind<?> kind) {
        this.known = kind.variables().stream().collect(Collectors.toMap(Variable::name, Function.identity()));
        this.examples = kind.examples();
        this.always = kind.variables().stream()
                .filter(it -> it.use() != Use.OPTIONAL)
                .collect(Collectors.toMap(Variable::name, Variable::example));
    }

    static List<FieldProblem> of(NoticeKind<?> kind, TemplateContent content) {
        List<FieldProblem> faults = new ArrayList<>(words(kind, content));
        faults.addAll(RuleCheck.of(kind, content));
        return faults;
    }

    static List<FieldProblem> words(NoticeKind<?> kind, TemplateContent content) {
        TemplateCheck check = new TemplateCheck(kind);
        check.all(content);
        return check.faults;
    }

    private void all(TemplateContent content) {
        Set<String> said = new HashSet<>();
        text("title", content.title(), Limits.TITLE, said);
        text("body", content.body(), Limits.BODY, said);
        link(content.link());
        text("weChat", content.weChat(), Limits.WECHAT, new HashSet<>());
        text("sms", content.sms(), Limits.SMS, new HashSet<>());
        if (faults.isEmpty()) {
            String missing = known.values().stream()
                    .filter(it -> it.use() == Use.REQUIRED && !said.contains(it.name()))
                    .map(it -> "“" + it.name() + "”")
                    .sorted()
                    .collect(Collectors.joining("、"));
            if (!missing.isEmpty()) {
                fault("body", MISSING_VARIABLE, "标题或正文中必须有变量" + missing);
            }
        }
        if (!content.ways().contains(PushChannel.IN_SITE)) {
            fault("ways", "REQUIRED", "站内信不能取消");
        }
        if (content.ways().contains(PushChannel.SMS) && content.sms() == null && faults.isEmpty()) {
            tooLong("sms", content.title(), Limits.SMS, "选择短信时请填写短信文字：标题按示例有 %d 字，短信最多 %d 字");
        }
    }

    private void text(String field, @Nullable String template, int most, Set<String> said) {
        if (template == null) {
            return;
        }
        if (HTML.matcher(template).find()) {
            fault(field, "HTML", "不支持 HTML，请使用纯文字");
            return;
        }
        TemplateText text = parse(field, template);
        if (text == null || !knownPlaces(field, text, false)) {
            return;
        }
        text.names().forEach(said::add);
        if (most != Limits.BODY && template.contains("\n")) {
            fault(field, "FORMAT", "不能换行");
        }
        if (text.with(always).isBlank()) {
            fault(field, "MAY_BE_ABSENT", "[[ ]] 以外须有文字，否则可能整条为空");
        }
        tooLong(field, template, most, "代入示例后有 %d 字，最多 %d 字");
    }

    private void link(@Nullable String template) {
        if (template == null) {
            return;
        }
        TemplateText text = parse("link", template);
        if (text == null || !knownPlaces("link", text, true)) {
            return;
        }
        String example = text.with(examples);
        if (!LINK.matcher(example).matches()) {
            fault("link", "FORMAT", "应为平台内的页面地址，以 / 开头，如 /policies");
        } else if (example.length() > Limits.LINK) {
            fault("link", "TOO_LONG", "查看页面代入示例后不超过 " + Limits.LINK + " 字");
        }
    }

    private @Nullable TemplateText parse(String field, String template) {
        try {
            return TemplateText.parse(template);
        } catch (Malformed malformed) {
            fault(field, "FORMAT", String.valueOf(malformed.getMessage()));
            return null;
        }
    }

    private boolean knownPlaces(String field, TemplateText text, boolean inLink) {
        int before = faults.size();
        text.names().distinct().forEach(name -> {
            Variable<?> variable = known.get(name);
            if (variable == null) {
                fault(field, "UNKNOWN_VARIABLE", "没有变量“" + name + "”");
            } else if ((variable.use() == Use.LINK) != inLink) {
                fault(field, "NOT_ALLOWED", "变量“" + name + (inLink ? "”不能用在查看页面中" : "”只能用在查看页面中"));
            }
        });
        text.namesOutside()
                .distinct()
                .filter(this::isOptional)
                .forEach(name -> fault(field, "MAY_BE_ABSENT", "变量“" + name + "”可能为空，请连同前后文字放入 [[ ]]，为空时整段不出现"));
        if (text.asides().anyMatch(aside -> TemplateText.namesOf(aside).noneMatch(this::isOptional))
                && faults.size() == before) {
            fault(field, "NEVER_ABSENT", "[[ ]] 里没有可能为空的变量，请去掉 [[ 和 ]]");
        }
        return faults.size() == before;
    }

    private boolean isOptional(String name) {
        Variable<?> variable = known.get(name);
        return variable != null && variable.use() == Use.OPTIONAL;
    }

    private void tooLong(String field, String template, int most, String words) {
        TemplateText text = parse(field, template);
        int length = text == null ? 0 : text.with(examples).length();
        if (length > most) {
            fault(field, "TOO_LONG", words.formatted(length, most));
        }
    }

    private void fault(String field, String code, String message) {
        faults.add(new FieldProblem("content." + field, code, message));
    }
}
