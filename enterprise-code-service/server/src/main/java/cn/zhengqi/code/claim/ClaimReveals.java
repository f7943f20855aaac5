package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.reading.ClaimReading;
import cn.zhengqi.code.reading.Readings;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 查看明文 of a claim: on record, and among what the enterprise reads in 数据查看记录. */
@Component
class ClaimReveals {

    private final ClaimMapper mapper;
    private final Reveals reveals;
    private final Readings readings;
    private final Clock clock;

    ClaimReveals(ClaimMapper mapper, Reveals reveals, Readings readings, Clock clock) {
        this.mapper = mapper;
        this.reveals = reveals;
        this.readings = readings;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND out of scope, and as {@link Reveals#show} */
    @Transactional
    Reveals.Revealed reveal(UUID id, DataScope scope, Reveals.Ask ask, CurrentUser reader) {
        CodeClaim claim = mapper.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("领码申请不存在"));
        Map<String, Reveals.Plain> fields = new HashMap<>(Map.of(
                CodeFields.LEGAL_REP, new Reveals.Plain("法定代表人", claim.getLegalRepName()),
                CodeFields.APPLICANT_NAME, new Reveals.Plain("申请人", claim.getApplicantName()),
                CodeFields.AGENT_NAME, new Reveals.Plain("经办人", claim.getAgentName()),
                CodeFields.AGENT_PHONE,
                        new Reveals.Plain("经办人电话", claim.getAgentPhone().value())));
        String idNumber = claim.legalRepIdNumberText();
        if (idNumber != null) {
            fields.put(CodeFields.LEGAL_REP_ID_NUMBER, new Reveals.Plain("法定代表人证件号", idNumber));
        }
        Reveals.Revealed revealed = reveals.show(
                CodeAction.CLAIM_FIELD_REVEALED,
                id,
                claim.getNumber() + " " + claim.getEnterpriseName(),
                ask,
                fields,
                reader);
        readings.add(new ClaimReading(
                Ids.next(),
                id,
                claim.getNumber(),
                claim.getEnterpriseId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reader.accountId(),
                reader.name(),
                reader.institutionId(),
                reader.institutionName(),
                revealed.name(),
                revealed.reason(),
                null));
        return revealed;
    }
}
