package cn.zhengqi.code.reading;

import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Readings of every kind: scans, and what was read on applications, claims, declarations and redemptions and by systems. */
@Mapper
interface ReadingMapper {

    record Row(
            UUID id,
            OffsetDateTime at,
            String readerName,
            @Nullable String institutionName,
            ReadingSource source,
            UUID sourceId,
            @Nullable String applicationNumber,
            @Nullable String place,
            List<String> categories,
            @Nullable String revealed,
            @Nullable String reason,
            @Nullable String document) {}

    String MATCHING = """
            from data_reading
            where enterprise_id = #{q.enterpriseId}
                <if test="q.source != null">and source = #{q.source}</if>
                <if test="q.category != null">and #{q.category} = any (categories)</if>
                <if test="q.from != null">and at &gt;= #{q.from}</if>
                <if test="q.before != null">and at &lt; #{q.before}</if>
                <if test="q.pattern != null">
                    and (reader_name || ' ' || coalesce(institution_name, '') || ' ' || coalesce(application_number, ''))
                        ilike #{q.pattern}
                </if>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'INSTITUTION'">institution_name</when>
                <otherwise>at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, id
            """;

    String COLUMNS =
            "select id, at, reader_name, institution_name, source, source_id, application_number, place, categories, revealed, reason, document ";

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") ReadingFilter.Query q);

    @Select("<script>" + COLUMNS + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Row> list(@Param("q") ReadingFilter.Query q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>" + COLUMNS + MATCHING + ORDERED + "</script>")
    @ResultType(Row.class)
    void each(@Param("q") ReadingFilter.Query q, ResultHandler<Row> handler);

    /** Of one claim, the newest first. */
    @Select("""
            select id, at, reader_name, institution_name, 'CLAIM' as source, claim_id as source_id, claim_number as application_number,
              null::text as place, '{}'::text[] as categories, revealed, reason, document
            from claim_reading where claim_id = #{claimId} order by at desc, id limit #{most}""")
    List<Row> ofClaim(@Param("claimId") UUID claimId, @Param("most") int most);

    /** The same paper before the same reader is one reading in a quarter of an hour, with the time of the last look; a field that was shown plainly is one each time. */
    @Insert("""
            insert into claim_reading (id, claim_id, claim_number, enterprise_id, at, reader_id, reader_name, institution_id,
              institution_name, revealed, reason, document)
            values (#{id}, #{claimId}, #{claimNumber}, #{enterpriseId}, #{at}, #{readerId}, #{readerName}, #{institutionId},
              #{institutionName}, #{revealed}, #{reason}, #{document})
            on conflict (claim_id, reader_id, document, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00'))
              where document is not null
            do update set at = greatest(claim_reading.at, excluded.at)""")
    void addOfClaim(ClaimReading reading);

    @Insert("""
            insert into system_reading (id, enterprise_id, at, key_id, system_name, owner_id, owner_name)
            values (#{id}, #{enterpriseId}, #{at}, #{keyId}, #{systemName}, #{ownerId}, #{ownerName})""")
    void addOfSystem(SystemReading reading);

    /** The same document before the same reader is one reading, however often it is fetched within a while; a field that was shown plainly is one each time. */
    @Insert("""
            insert into declaration_reading (id, source, declaration_id, declaration_number, enterprise_id, at, reader_id, reader_name,
              institution_id, institution_name, document, revealed, reason)
            select #{it.id}, #{it.source}, #{it.subjectId}, #{it.number}, #{it.enterpriseId}, #{it.at}, #{it.readerId},
              #{it.readerName}, #{it.institutionId}, #{it.institutionName}, #{it.document}, #{it.revealed}, #{it.reason}
            where #{it.revealed}::text is not null or not exists (
              select 1 from declaration_reading
              where revealed is null and enterprise_id = #{it.enterpriseId} and at > #{after} and at < #{before}
                and declaration_id = #{it.subjectId} and reader_id = #{it.readerId} and document = #{it.document})
            on conflict (id) do nothing""")
    void addOfDesk(@Param("it") DeskReading reading, @Param("after") Instant after, @Param("before") Instant before);

    /** The same reading twice is one. A file that is opened again is another: two of one name are not to be told apart here. */
    @Insert("""
            insert into application_reading (id, application_id, application_number, enterprise_id, at, reader_id, reader_name,
              institution_id, institution_name, categories, revealed, reason, document)
            values (#{it.readingId}, #{it.applicationId}, #{it.number}, #{it.enterpriseId}, #{it.at}, #{it.readerId},
              #{it.readerName}, #{it.institutionId}, #{it.institutionName}, #{categories}, #{it.revealed}, #{it.reason}, #{it.document})
            on conflict (id) do nothing""")
    void add(@Param("it") LoanApplicationViewed reading, @Param("categories") List<String> categories);
}
