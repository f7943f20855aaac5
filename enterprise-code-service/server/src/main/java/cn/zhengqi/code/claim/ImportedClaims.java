package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over claims that were made elsewhere, with the times at which things happened. */
@Component
public class ImportedClaims {

    private final ClaimMapper mapper;
    private final Claims claims;
    private final ClaimReviews reviews;
    private final Outbox outbox;

    ImportedClaims(ClaimMapper mapper, Claims claims, ClaimReviews reviews, Outbox outbox) {
        this.mapper = mapper;
        this.claims = claims;
        this.reviews = reviews;
        this.outbox = outbox;
    }

    /** The enterprise, as the register has it. */
    public record Enterprise(UUID id, String name, String uscc, String townCode, String industryCode, boolean demo) {}

    public record Declaration(
            String legalRepName,
            String legalRepIdNumber,
            String agentName,
            String agentPhone,
            UUID letterFileId,
            Set<ConsentCategory> consents) {}

    /** One that waits for review. The reviewers are told. */
    @Transactional
    public void open(Enterprise enterprise, Actor applicant, Declaration declaration, Channel channel, Instant at) {
        CodeClaim claim = submit(enterprise, applicant, declaration, channel, at);
        outbox.publish(claims.submitted(claim, at), claim.getVersion(), at);
    }

    /** One that was approved; what follows from it is told, the steps that led there are not. */
    @Transactional
    public Code approved(
            Enterprise enterprise,
            Actor applicant,
            Declaration declaration,
            Channel channel,
            Instant submittedAt,
            Actor reviewer,
            Instant approvedAt) {
        CodeClaim claim = submit(enterprise, applicant, declaration, channel, submittedAt);
        ClaimStep step = claim.approve(reviewer, approvedAt);
        mapper.update(claim);
        claims.record(claim, step);
        return reviews.issue(claim, reviewer, approvedAt);
    }

    /** Completes the 17 digits of a citizen identity number. */
    public static char checkCharacterOfIdNumber(String digits) {
        return IdNumber.checkCharacter(digits);
    }

    private CodeClaim submit(
            Enterprise enterprise, Actor applicant, Declaration declaration, Channel channel, Instant at) {
        Authorisation authorisation = new Authorisation(
                declaration.legalRepName(),
                new IdNumber(declaration.legalRepIdNumber()),
                declaration.agentName(),
                new AgentPhone(declaration.agentPhone()),
                declaration.letterFileId(),
                declaration.consents(),
                EnumSet.allOf(ScannerKind.class));
        CodeClaim claim = CodeClaim.submit(
                Ids.next(),
                Claims.number(at, mapper.nextNumber()),
                new ClaimedEnterprise(
                        enterprise.id(),
                        enterprise.name(),
                        enterprise.uscc(),
                        enterprise.townCode(),
                        enterprise.industryCode(),
                        enterprise.demo()),
                applicant,
                authorisation,
                channel,
                at);
        mapper.insert(claim);
        claims.declared(claim, authorisation, claim.submitted());
        return claim;
    }
}
