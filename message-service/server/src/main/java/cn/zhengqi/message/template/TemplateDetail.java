package cn.zhengqi.message.template;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of notice with its words and what they may say.
 *
 * @param shipped the words that the platform ships
 * @param sms whether there is anybody who brings text messages
 * @param conditional whether it may be told under a condition
 * @param others whether others may be told too
 * @param held whether an institution has the case, whose roles can be told
 * @param versions the newest first
 * @param sampleAt when the notice was told with which its words can be previewed; absent: none was yet
 */
record TemplateDetail(
        TemplateView template,
        TemplateContent content,
        TemplateContent shipped,
        boolean sms,
        boolean conditional,
        boolean others,
        boolean held,
        List<Known> variables,
        List<TemplateVersion> versions,
        @Nullable OffsetDateTime sampleAt) {

    /**
     * What the words may say.
     *
     * @param required it has to stand in title or text
     * @param optional it stands in a part that is left out when it is absent
     * @param link it stands in the link alone
     * @param comparable a condition can ask for it
     * @param unit of a number; absent: it is compared as words
     */
    record Known(
            String name,
            String meaning,
            String example,
            boolean required,
            boolean optional,
            boolean link,
            boolean comparable,
            @Nullable String unit) {

        static Known of(Variable<?> it) {
            return new Known(
                    it.name(),
                    it.meaning(),
                    it.example(),
                    it.use() == Variable.Use.REQUIRED,
                    it.use() == Variable.Use.OPTIONAL,
                    it.use() == Variable.Use.LINK,
                    it.isComparable(),
                    it.measure() == null ? null : it.measure().unit());
        }
    }
}
