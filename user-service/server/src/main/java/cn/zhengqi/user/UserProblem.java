package cn.zhengqi.user;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.Map;

/** What can go wrong with roles, staff accounts and reference data. */
public enum UserProblem implements ProblemCode {
    REFERENCE_EXISTS(409, "代码已存在"),
    REFERENCE_IN_USE(409, "正在使用，不能删除，可以停用"),
    REFERENCE_USE_UNKNOWN(503, "暂时无法确认是否仍在使用，没有删除，请稍后再试"),
    REFERENCE_LOADED(409, "随平台提供的数据不能删除，可以停用"),
    REFERENCE_HAS_PARTS(409, "下级仍在使用，请先停用下级"),
    REFERENCE_PARENT_RETIRED(409, "上级已停用，请先恢复上级"),
    REFERENCE_FILE_UNREADABLE(400, "文件无法读取，请使用 Excel（.xlsx）或 CSV 文件"),
    REFERENCE_FILE_TOO_LARGE(413, "文件过大，最多 2 MB、5000 行"),
    CALENDAR_UNKNOWN(404, "该年度的放假安排尚未公布"),
    CALENDAR_BEGUN(409, "只能撤回尚未开始的年度，已开始的年度请修改日期或重新导入"),
    CALENDAR_PAST_DAYS(409, "改动包含已经过去的日子，请确认后再提交"),
    CALENDAR_IMPORT_INVALID(400, "文件中有错误，没有导入任何数据"),
    REFERENCE_IMPORT_INVALID(400, "文件中有错误，没有导入任何数据"),
    INSTITUTION_EXISTS(409, "机构代码已存在"),
    INSTITUTION_NAME_TAKEN(409, "平台上已有这个名称的机构（空格、标点、全半角不计），请核对是否重复；确为两家的，请在名称中区分"),
    INSTITUTION_NAME_FIXED(403, "机构名称经平台核定，不能自行修改；需要更名的，请联系平台运营方"),
    TOWN_UNKNOWN(400, "镇街机构的代码须是基础数据中已有的镇街代码"),
    INSTITUTION_IN_USE(409, "机构正在使用，请先停用其账号和下级机构"),
    INSTITUTION_PARENT_WRONG(400, "上级机构不存在、已停用、类型不同，或在本机构之下"),
    INSTITUTION_IS_RETIRED(409, "该机构已停用，请先恢复"),
    INVITATION_INVALID(410, "邀请已使用、已撤回或已过期，请联系企业管理员重新邀请"),
    INVITATION_NOT_FOR_ACCOUNT(403, "只有企业用户账号可以加入企业"),
    ALREADY_MEMBER(409, "您已是该企业成员"),
    PHONE_OF_COLLEAGUE(409, "该手机号的用户已是本企业成员，无需邀请"),
    PHONE_INVITED(409, "该手机号已有待接受的邀请"),
    TOO_MANY_INVITATIONS(409, "待接受的邀请过多，请先撤回不需要的邀请"),
    INVITATIONS_USED_UP(429, "本企业今天发出的邀请已达上限，请明天再试"),
    LAST_ADMIN(409, "企业至少要有一名管理员，请先移交管理员"),
    ADMISSION_NOT_FOR_ACCOUNT(403, "只有商会、服务机构账号可以申请入驻"),
    ADMISSION_OPEN(409, "您的入驻申请正在审核或已经通过"),
    ADMISSION_DECIDED(409, "该申请已有审核结果，请刷新"),
    ADMISSION_FILE_TYPE(400, "材料只支持 PDF、JPG、PNG"),
    ADMISSION_FILE_SIZE(413, "每份材料不超过 5 MB，最多 5 份"),
    ROLE_PRESET(409, "预置角色不能修改或删除，可以复制后修改"),
    ROLE_IN_USE(409, "角色正在使用，不能删除"),
    ROLE_NAME_TAKEN(409, "本机构已有同名角色"),
    PERMISSION_UNKNOWN(400, "没有这项权限"),
    PERMISSION_NOT_HELD(403, "不能授予超出您授权范围的权限"),
    PERMISSION_OF_ENTERPRISES(400, "企业门户的权限只供企业人员使用，机构的角色不能持有"),
    SENSITIVE_FIELD_UNKNOWN(400, "没有这个敏感字段"),
    FIELD_HAS_NO_FORM(400, "该字段没有可以修改的页面，不能设为可编辑"),
    FIELD_RULE_NOT_HELD(403, "不能让角色看到超出您授权范围的内容"),
    SCOPE_UNKNOWN(400, "没有这样的数据范围，请重新选择"),
    SCOPE_EMPTY(400, "“指定镇街”“指定机构”请至少选择一个，否则该角色看不到任何数据"),
    SCOPE_NOT_HELD(403, "不能让角色的数据范围超出您的授权范围"),
    DUTIES_MIXED(409, "系统管理、安全管理、审计管理的权限不能合在一个角色里"),
    DUTY_CONFLICT(409, "系统管理员、安全管理员、审计管理员不能由同一个账号担任"),
    LAST_OF_DUTY(409, "系统、安全、审计管理员各至少保留一人，请先授予其他人"),
    OWN_ROLES(409, "不能修改自己的角色"),
    OWN_ACCOUNT(409, "不能停用自己的账号，也不能重置自己的密码或两步验证"),
    DUTY_ACCOUNT(409, "系统、安全、审计管理员的账号不能由其他管理员停用或变更，请先由安全管理员收回其角色"),
    STRONGER_ACCOUNT(409, "该账号有您没有的权限，不能变更其手机号，请先由有权授权的管理员收回其角色"),
    ROLE_NOT_FOR_INSTITUTION(400, "该角色不适用于此机构"),
    ADMINISTRATORS_THERE(409, "系统、安全、审计管理员都已有人担任，请由他们在管理台开通账号"),
    NO_OPERATOR(409, "本区数据中没有运营机构，请先在区县配置中登记");

    private final int status;
    private final String title;

    UserProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** As it stands at a field of a form until that is changed. */
    public ProblemException at(String field) {
        return new ProblemException(this, title, List.of(new FieldProblem(field, name(), title)), Map.of());
    }
}
