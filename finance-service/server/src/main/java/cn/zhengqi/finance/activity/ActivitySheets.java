package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.web.sheet.Sheet;

/** Activities, and who comes to them, as files. */
final class ActivitySheets {

    static final Sheet<ManagedActivity> ACTIVITIES = Sheet.<ManagedActivity>titled("金融活动")
            .column("活动名称", it -> it.activity().title())
            .column("主办单位", it -> it.activity().organiser())
            .column("地点", it -> it.activity().place())
            .column("线上参加", it -> it.activity().online())
            .column("开始时间", it -> it.activity().startsAt())
            .column("结束时间", it -> it.activity().endsAt())
            .column("报名开始", it -> it.activity().signUpFrom())
            .column("报名截止", it -> it.activity().signUpUntil())
            .column("名额（人）", it -> it.activity().quota())
            .column("已报名（人）", it -> it.activity().taken())
            .column("已报名企业", ManagedActivity::signedUp)
            .column("候补企业", ManagedActivity::waiting)
            .column("签到企业", ManagedActivity::checkedIn)
            .column("签到人数", ManagedActivity::peopleIn)
            .column("状态", it -> it.status().label())
            .column("取消原因", it -> it.activity().cancelReason());

    static final Sheet<SignUpView> SIGN_UPS = Sheet.<SignUpView>titled("活动报名与签到")
            .column("活动名称", SignUpView::activityTitle)
            .column("企业名称", SignUpView::enterpriseName)
            .column("人数", SignUpView::people)
            .column("状态", it -> it.status().label())
            .column("联系人", FinanceFields.SIGN_UP_CONTACT_NAME, SignUpView::contactName)
            .column("联系电话", FinanceFields.SIGN_UP_CONTACT_PHONE, SignUpView::contactPhone)
            .column("报名时间", SignUpView::signedUpAt)
            .column("签到时间", SignUpView::checkedInAt)
            .column("签到经办", SignUpView::checkedInBy)
            .column("演示数据", SignUpView::demo);

    private ActivitySheets() {}
}
