package cn.zhengqi.user.admission;

import cn.zhengqi.user.api.InstitutionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AdmissionMapper {

    String MATCHING = """
            from institution_application
            <where>
              <if test="pattern != null">name ilike #{pattern}</if>
              <if test="status != null">and status = #{status}</if>
              <if test="type != null">and type = #{type}</if>
            </where>
            """;

    /** What it was let in as keeps its name here, whatever the institution is called later. */
    String NAME_NOW = """
            nullif((select i.name from institution i where i.id = institution_application.institution_id), name) as name_now""";

    /** As it lies in the table, without its papers. */
    record Stored(
            UUID id,
            UUID applicantId,
            String applicantName,
            InstitutionType type,
            String name,
            @Nullable String nameNow,
            String uscc,
            String address,
            String contactName,
            ContactPhone contactPhone,
            String introduction,
            AdmissionStatus status,
            @Nullable String reason,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedByName,
            int version) {}

    String COLUMNS = "select id, applicant_id, applicant_name, type, name, " + NAME_NOW + """
            , uscc, address, contact_name, contact_phone, introduction, status, reason, submitted_at, decided_at, decided_by_name, version
            from institution_application
            """;

    @Insert("""
            insert into institution_application (id, applicant_id, applicant_name, type, name, uscc, address, contact_name, contact_phone,
              introduction, status, submitted_at)
            values (#{id}, #{applicantId}, #{applicantName}, #{type}, #{name}, #{uscc}, #{address}, #{contactName}, #{contactPhone},
              #{introduction}, #{status}, #{submittedAt})""")
    void insert(Stored application);

    @Insert("""
            insert into institution_application_file (id, application_id, position, name, content_type, size, bytes)
            values (#{id}, #{application}, #{position}, #{it.name}, #{it.contentType}, length(#{it.bytes}), #{it.bytes})""")
    void addPaper(
            @Param("id") UUID id,
            @Param("application") UUID application,
            @Param("position") int position,
            @Param("it") Paper it);

    @Select(COLUMNS + "where id = #{id}")
    @Nullable
    Stored find(UUID id);

    /** Until the transaction ends nobody else decides it. */
    @Select(COLUMNS + "where id = #{id} for update")
    @Nullable
    Stored lock(UUID id);

    @Select(COLUMNS + "where applicant_id = #{applicant} order by submitted_at desc, id limit 1")
    @Nullable
    Stored newestOf(UUID applicant);

    @Select("""
            select id, name, content_type, size from institution_application_file where application_id = #{application}
            order by position""")
    List<Admission.PaperInfo> papers(UUID application);

    @Select("""
            select name, content_type, bytes from institution_application_file
            where id = #{paper} and application_id = #{application}""")
    @Nullable
    Paper paper(@Param("application") UUID application, @Param("paper") UUID paper);

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(
            @Param("pattern") @Nullable String pattern,
            @Param("status") @Nullable AdmissionStatus status,
            @Param("type") @Nullable InstitutionType type);

    @Select("""
            <script>select id, type, name, uscc, applicant_name, status, submitted_at, decided_at, decided_by_name,
            """ + NAME_NOW + "\n" + MATCHING
            + " order by submitted_at desc, id limit #{limit} offset #{offset}</script>")
    List<AdmissionRow> list(
            @Param("pattern") @Nullable String pattern,
            @Param("status") @Nullable AdmissionStatus status,
            @Param("type") @Nullable InstitutionType type,
            @Param("limit") int limit,
            @Param("offset") long offset);

    /** @return 0 when somebody else has decided it, or it was not as it was seen */
    @Update("""
            update institution_application set status = #{status}, reason = #{reason}, decided_at = #{at}, decided_by = #{by},
              decided_by_name = #{byName}, institution_id = #{institution}, version = version + 1
            where id = #{id} and version = #{version} and status = 'SUBMITTED'""")
    int decide(
            @Param("id") UUID id,
            @Param("version") int version,
            @Param("status") AdmissionStatus status,
            @Param("reason") @Nullable String reason,
            @Param("institution") @Nullable UUID institution,
            @Param("at") Instant at,
            @Param("by") UUID by,
            @Param("byName") String byName);
}
