package cn.zhengqi.code.processing;

import cn.zhengqi.kernel.processing.LegalBasis;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One purpose of processing, as the service that processes declares it in its code.
 *
 * @param categories in Chinese
 * @param basisLabel the legal basis in Chinese
 * @param retention how long it is kept, in Chinese
 * @param service as {@code finance-service}; {@code owner} is its name in Chinese
 * @param declaredAt when the service told this last
 */
public record Processing(
        String code,
        String purpose,
        List<String> categories,
        LegalBasis basis,
        String basisLabel,
        List<String> receivers,
        String retention,
        String service,
        String owner,
        OffsetDateTime declaredAt) {}
