package cn.zhengqi.user.institution;

import cn.zhengqi.user.api.InstitutionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

@Mapper
interface InstitutionMapper {

    String MATCHING = """
            from institution i left join institution p on p.id = i.parent_id
            <where>
              <if test="q.scope.ids != null">and i.id = any(#{q.scope.ids}::uuid[])</if>
              <if test="q.scope.type != null">and i.type = #{q.scope.type}</if>
              <if test="q.pattern != null">and i.name ilike #{q.pattern}</if>
              <if test="q.filter.type != null">and i.type = #{q.filter.type}</if>
              <if test="q.filter.parentId != null">and i.parent_id = #{q.filter.parentId}</if>
              <if test="q.filter.retired != null">and i.retired_at is <if test="q.filter.retired">not</if> null</if>
            </where>
            """;

    String ROWS = """
            select i.id, i.code, i.name, i.type, i.parent_id, p.name as parent_name, i.address, i.phone,
              i.retired_at is not null as retired,
              (select count(distinct m.account_id) from membership m join staff_person a on a.id = m.account_id
                where m.institution_id = i.id and a.enabled) as people,
              (select count(*) from institution b where b.parent_id = i.id and b.retired_at is null) as branches,
              i.updated_at, i.updated_by_name
            """ + MATCHING + """
            order by
            <choose>
              <when test="q.order.name() == 'NAME'">i.name</when>
              <when test="q.order.name() == 'UPDATED_AT'">i.updated_at</when>
              <otherwise>i.type</otherwise>
            </choose>
            <if test="!q.ascending">desc nulls last</if>, i.id
            """;

    /** As it lies in the table, without its contacts. */
    record Stored(
            UUID id,
            String code,
            String name,
            InstitutionType type,
            @Nullable UUID parentId,
            @Nullable String parentName,
            String address,
            String phone,
            String website,
            boolean retired,
            @Nullable Instant updatedAt,
            @Nullable String updatedByName,
            int version) {}

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") InstitutionFilter.Query q);

    @Select("<script>" + ROWS + " limit #{limit} offset #{offset}</script>")
    List<InstitutionRow> list(
            @Param("q") InstitutionFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>" + ROWS + "</script>")
    @ResultType(InstitutionRow.class)
    void each(@Param("q") InstitutionFilter.Query q, ResultHandler<InstitutionRow> handler);

    @Select("""
            select i.id, i.code, i.name, i.type, i.parent_id, p.name as parent_name, i.address, i.phone, i.website,
              i.retired_at is not null as retired, i.updated_at, i.updated_by_name, i.version
            from institution i left join institution p on p.id = i.parent_id where i.id = #{id}""")
    @Nullable
    Stored find(UUID id);

    @Select("select id, parent_id, name from institution where retired_at is null")
    List<InstitutionNames.Named> names();

    @Select("select exists (select 1 from institution_application where institution_id = #{id})")
    boolean wasAdmitted(UUID id);

    /** With the phones as they are stored: encrypted. */
    @Select("""
            select name, duty, phone, shown from institution_contact where institution_id = #{id} order by position""")
    List<Contact> contacts(UUID id);

    @Select("""
            select id, name, address, phone, retired_at is not null as retired from institution
            where parent_id = #{id} order by name, id""")
    List<InstitutionDetail.Branch> branches(UUID id);

    @Select("select id from institution where id = #{id} for update")
    UUID lock(UUID id);

    @Select("""
            select count(distinct m.account_id) from membership m join staff_person a on a.id = m.account_id
            where m.institution_id = #{id} and a.enabled""")
    long people(UUID id);

    @Insert("""
            insert into institution (id, code, name, type, parent_id, address, phone, website, edited, updated_at, updated_by_name)
            values (#{id}, #{code}, #{it.name}, #{type}, #{it.parentId}, #{it.address}, #{it.phone}, #{it.website}, true, #{at}, #{by})""")
    void insert(
            @Param("id") UUID id,
            @Param("code") String code,
            @Param("type") InstitutionType type,
            @Param("it") InstitutionDraft it,
            @Param("at") Instant at,
            @Param("by") String by);

    /** @return 0 when somebody else changed it since it was read */
    @Update("""
            update institution set name = #{it.name}, parent_id = #{it.parentId}, address = #{it.address}, phone = #{it.phone},
              website = #{it.website}, edited = true, updated_at = #{at}, updated_by_name = #{by}, version = version + 1
            where id = #{id} and version = #{version}""")
    int update(
            @Param("id") UUID id,
            @Param("it") InstitutionDraft it,
            @Param("version") int version,
            @Param("at") Instant at,
            @Param("by") String by);

    /** @return 0 when somebody else changed it since it was read */
    @Update("""
            <script>update institution set retired_at = <choose><when test="retired">#{at}</when><otherwise>null</otherwise></choose>,
              updated_at = #{at}, updated_by_name = #{by}, version = version + 1
            where id = #{id} and version = #{version}</script>""")
    int setRetired(
            @Param("id") UUID id,
            @Param("retired") boolean retired,
            @Param("version") int version,
            @Param("at") Instant at,
            @Param("by") String by);

    @Delete("delete from institution_contact where institution_id = #{id}")
    void clearContacts(UUID id);

    @Insert("""
            insert into institution_contact (institution_id, position, name, duty, phone, shown)
            values (#{id}, #{position}, #{it.name}, #{it.duty}, #{phone}, #{it.shown})""")
    void addContact(
            @Param("id") UUID id,
            @Param("position") int position,
            @Param("it") Contact it,
            @Param("phone") String encryptedPhone);
}
