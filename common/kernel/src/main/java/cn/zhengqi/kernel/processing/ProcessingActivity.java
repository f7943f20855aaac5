package cn.zhengqi.kernel.processing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One purpose for which a service processes data.
 *
 * @param code as {@code finance.application}; stays the same when the words change
 * @param purpose in Chinese
 * @param receivers outside of the service, in Chinese; empty when nobody gets it
 */
public record ProcessingActivity(
        String code,
        String purpose,
        List<DataCategory> categories,
        LegalBasis basis,
        List<String> receivers,
        Retention retention) {

    private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    public ProcessingActivity {
        categories = List.copyOf(categories);
        receivers = List.copyOf(receivers);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not the code of a processing activity: " + code);
        }
        if (purpose.isBlank() || categories.isEmpty()) {
            throw new IllegalArgumentException(code + " must have a purpose and data");
        }
    }
}
