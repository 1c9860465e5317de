<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>New stack</source>
        <translation>새로 쌓기</translation>
    </message>
    <message>
        <source>Begin an empty stack</source>
        <translation>빈 바닥판에서 블록을 새로 쌓습니다</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open a densegui project or a data file</source>
        <translation>densegui 프로젝트나 데이터 파일을 엽니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save stack, weights and where the data came from</source>
        <translation>쌓은 블록과 가중치, 데이터의 출처를 저장합니다</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>다른 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>프리셋…</translation>
    </message>
    <message>
        <source>Open a stack of the lessons, or one of your own</source>
        <translation>수업에 나오는 블록이나 직접 저장한 블록을 엽니다</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>프리셋으로 저장…</translation>
    </message>
    <message>
        <source>Keep this stack among your own presets</source>
        <translation>쌓은 블록을 내 프리셋으로 저장합니다</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창을 닫습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>마지막 변경을 되돌립니다</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Bring back what undo took</source>
        <translation>취소한 변경을 다시 적용합니다</translation>
    </message>
    <message>
        <source>Add block</source>
        <translation>블록 추가</translation>
    </message>
    <message>
        <source>Put a Dense block above the selected one, or on top</source>
        <translation>선택한 블록 위나 맨 위에 Dense 블록을 쌓습니다</translation>
    </message>
    <message>
        <source>Cut blocks</source>
        <translation>블록 잘라내기</translation>
    </message>
    <message>
        <source>Take the selected blocks out of the stack and keep them to paste</source>
        <translation>선택한 블록을 빼내어 붙여 넣을 수 있게 둡니다</translation>
    </message>
    <message>
        <source>Copy blocks</source>
        <translation>블록 복사</translation>
    </message>
    <message>
        <source>Keep the selected blocks to paste, here or as the text of Keras lessons</source>
        <translation>선택한 블록을 복사합니다(여기에 붙여 넣거나 다른 곳에 Keras 수업의 텍스트로 붙여 넣습니다)</translation>
    </message>
    <message>
        <source>Paste blocks</source>
        <translation>블록 붙여넣기</translation>
    </message>
    <message>
        <source>Put copied blocks, or the text of Keras lessons, above the selected block</source>
        <translation>복사한 블록이나 Keras 수업의 텍스트를 선택한 블록 위에 쌓습니다</translation>
    </message>
    <message>
        <source>Duplicate block</source>
        <translation>블록 복제</translation>
    </message>
    <message>
        <source>Put a copy above the selected block</source>
        <translation>선택한 블록 위에 사본을 쌓습니다</translation>
    </message>
    <message>
        <source>Delete block</source>
        <translation>블록 삭제</translation>
    </message>
    <message>
        <source>Take the selected block out of the stack</source>
        <translation>선택한 블록을 빼냅니다</translation>
    </message>
    <message>
        <source>Move block up</source>
        <translation>블록 위로 이동</translation>
    </message>
    <message>
        <source>Move the selected block one place up</source>
        <translation>선택한 블록을 한 칸 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Move block down</source>
        <translation>블록 아래로 이동</translation>
    </message>
    <message>
        <source>Move the selected block one place down</source>
        <translation>선택한 블록을 한 칸 아래로 옮깁니다</translation>
    </message>
    <message>
        <source>Units…</source>
        <translation>뉴런 수…</translation>
    </message>
    <message>
        <source>Type the number of units of the selected block</source>
        <translation>선택한 블록의 뉴런 수를 입력합니다</translation>
    </message>
    <message>
        <source>Activation…</source>
        <translation>활성화 함수…</translation>
    </message>
    <message>
        <source>Choose the activation of the selected block</source>
        <translation>선택한 블록의 활성화 함수를 고릅니다</translation>
    </message>
    <message>
        <source>Initialiser…</source>
        <translation>가중치 초기화…</translation>
    </message>
    <message>
        <source>Choose how the weights of the selected block are drawn</source>
        <translation>선택한 블록의 가중치를 초기화하는 방법을 고릅니다</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>가중치…</translation>
    </message>
    <message>
        <source>See and set the weights and the bias of the selected block</source>
        <translation>선택한 블록의 가중치와 편향을 보고 바꿉니다</translation>
    </message>
    <message>
        <source>Redraw weights</source>
        <translation>가중치 다시 뽑기</translation>
    </message>
    <message>
        <source>Draw other weights for the selected block</source>
        <translation>선택한 블록의 가중치를 새로 뽑습니다</translation>
    </message>
    <message>
        <source>Freeze weights</source>
        <translation>가중치 고정</translation>
    </message>
    <message>
        <source>Keep the weights of the selected block as they are, whatever the seed</source>
        <translation>시드가 바뀌어도 선택한 블록의 가중치를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Unfreeze weights</source>
        <translation>가중치 고정 해제</translation>
    </message>
    <message>
        <source>Draw the weights of the selected block from the seed again</source>
        <translation>선택한 블록의 가중치를 다시 시드에 따라 뽑습니다</translation>
    </message>
    <message>
        <source>Block settings…</source>
        <translation>블록 설정…</translation>
    </message>
    <message>
        <source>Name, bias and the numbers of activation and initialiser</source>
        <translation>이름, 편향, 활성화 함수와 가중치 초기화의 값을 정합니다</translation>
    </message>
    <message>
        <source>What is doubtful…</source>
        <translation>확인할 점…</translation>
    </message>
    <message>
        <source>What the sign on the selected block means, and how to repair it</source>
        <translation>선택한 블록의 경고 표시가 뜻하는 것과 고치는 방법을 보여 줍니다</translation>
    </message>
    <message>
        <source>Seed…</source>
        <translation>시드…</translation>
    </message>
    <message>
        <source>Draw all weights from another seed</source>
        <translation>다른 시드로 모든 가중치를 뽑습니다</translation>
    </message>
    <message>
        <source>Load data…</source>
        <translation>데이터 불러오기…</translation>
    </message>
    <message>
        <source>Load a CSV or NumPy file; or drop it on the window</source>
        <translation>CSV나 NumPy 파일을 불러옵니다(창에 끌어다 놓아도 됩니다)</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>150 irises: 4 measurements and their species</source>
        <translation>붓꽃 150송이의 측정값 4개와 품종</translation>
    </message>
    <message>
        <source>Random data…</source>
        <translation>난수 데이터…</translation>
    </message>
    <message>
        <source>Draw rows from a normal or uniform distribution</source>
        <translation>정규 분포나 균등 분포에서 행을 뽑습니다</translation>
    </message>
    <message>
        <source>Input size from data</source>
        <translation>입력 크기를 데이터에 맞추기</translation>
    </message>
    <message>
        <source>Make the stack take in as many features as the data have</source>
        <translation>입력 크기를 데이터의 특징 수와 같게 합니다</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>열 선택…</translation>
    </message>
    <message>
        <source>Keep some features of the data alone</source>
        <translation>데이터의 특징 중 일부만 남깁니다</translation>
    </message>
    <message>
        <source>Samples are in columns</source>
        <translation>샘플이 열에 있음</translation>
    </message>
    <message>
        <source>Exchange rows and columns of the data, and write shapes as (features, N)</source>
        <translation>데이터의 행과 열을 바꾸고 형상을 (특징, N)으로 적습니다</translation>
    </message>
    <message>
        <source>Run forward</source>
        <translation>순전파 실행</translation>
    </message>
    <message>
        <source>Run all samples through the stack</source>
        <translation>모든 샘플로 순전파를 실행합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>진행 중인 작업을 멈춥니다</translation>
    </message>
    <message>
        <source>Input on top</source>
        <translation>입력을 위에 두기</translation>
    </message>
    <message>
        <source>Draw the stack top-down, as Keras prints it</source>
        <translation>Keras가 출력하는 것처럼 위에서 아래로 그립니다</translation>
    </message>
    <message>
        <source>Compact bricks</source>
        <translation>블록 간단히</translation>
    </message>
    <message>
        <source>Name, units and activation alone</source>
        <translation>이름, 뉴런 수, 활성화 함수만 보여 줍니다</translation>
    </message>
    <message>
        <source>Normal bricks</source>
        <translation>블록 보통</translation>
    </message>
    <message>
        <source>Also initialiser, shape and parameters</source>
        <translation>가중치 초기화, 형상, 매개변수도 보여 줍니다</translation>
    </message>
    <message>
        <source>Full bricks</source>
        <translation>블록 자세히</translation>
    </message>
    <message>
        <source>Also every synapse of the selected block as a brick</source>
        <translation>선택한 블록의 시냅스도 하나하나 블록으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>시스템 색상</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>데스크톱에 따라 밝거나 어둡게 표시합니다</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>밝은 색상으로 표시합니다</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>어두운 색상으로 표시합니다</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>시스템 언어</translation>
    </message>
    <message>
        <source>Korean where the desktop is, else English</source>
        <translation>데스크톱이 한국어이면 한국어로, 아니면 영어로 표시합니다</translation>
    </message>
    <message>
        <source>Restore all panels</source>
        <translation>모든 패널 복원</translation>
    </message>
    <message>
        <source>Put every panel back to its place</source>
        <translation>모든 패널을 제자리로 되돌립니다</translation>
    </message>
    <message>
        <source>Summary…</source>
        <translation>요약…</translation>
    </message>
    <message>
        <source>Shapes, connections and parameters of every block, to read and copy</source>
        <translation>모든 블록의 형상, 연결, 매개변수를 보고 복사합니다</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>키보드와 마우스</translation>
    </message>
    <message>
        <source>All shortcuts and what the mouse does</source>
        <translation>모든 단축키와 마우스 사용법을 보여 줍니다</translation>
    </message>
    <message>
        <source>About densegui</source>
        <translation>densegui 정보</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>버전과 라이선스</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>share of z</source>
        <translation>z의 비율</translation>
    </message>
    <message>
        <source>share of z: 0 %</source>
        <translation>z의 비율: 0 %</translation>
    </message>
    <message>
        <source>z from {low} to {high}: {share}</source>
        <translation>z {low} ~ {high}: {share}</translation>
    </message>
</context>
<context>
    <name>ActivationsPanel</name>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Curve of the activation function</source>
        <translation>활성화 함수의 곡선</translation>
    </message>
    <message>
        <source>Point to read x and g(x); drag to pan, wheel or +/− to zoom, double-click or Home for all</source>
        <translation>가리키면 x와 g(x) 읽기, 끌면 이동, 휠이나 +/−로 확대·축소, 두 번 클릭이나 Home으로 전체 보기</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>The block whose function is shown</source>
        <translation>활성화 함수를 보여 줄 블록</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>넓게</translation>
    </message>
    <message>
        <source>Show x from −5 to 5 at least, not only where this run&apos;s z lies</source>
        <translation>이번 실행의 z가 있는 범위만이 아니라 x를 적어도 −5에서 5까지 보여 줍니다</translation>
    </message>
    <message>
        <source>Compare ▾</source>
        <translation>비교 ▾</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Draw other activation functions on the same plot</source>
        <translation>같은 그래프에 다른 활성화 함수도 그립니다</translation>
    </message>
    <message>
        <source>Add a Dense block to see its activation function here.</source>
        <translation>Dense 블록을 추가하면 여기에 활성화 함수가 보입니다.</translation>
    </message>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation>기울기 {slope}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>평탄</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>softmax has no curve of one variable. Drawn: the probability of one score x while the other {others} scores are 0, eˣ / (eˣ + {others}).</source>
        <translation>softmax는 변수 하나의 곡선으로 나타낼 수 없습니다. 그린 것은 나머지 점수 {others}개가 0일 때 점수 x의 확률 eˣ / (eˣ + {others})입니다.</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to see where this block&apos;s z lies.</source>
        <translation>순전파 실행(F5)을 누르면 이 블록의 z가 어디에 있는지 보입니다.</translation>
    </message>
    <message>
        <source>The run had no rows, so there is no z to show.</source>
        <translation>실행한 데이터에 행이 없어 보여 줄 z가 없습니다.</translation>
    </message>
    <message>
        <source>Not shown: {nan} NaN and {inf} infinite of {count} values of z.</source>
        <translation>z 값 {count}개 중 NaN {nan}개와 무한대 {inf}개는 그리지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>Bin</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Drop bricks here to take them out of the stack</source>
        <translation>블록을 여기에 놓으면 빼냅니다</translation>
    </message>
    <message>
        <source>Drop here to remove</source>
        <translation>여기에 놓으면 삭제</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Bricks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>키보드와 마우스</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Drag bricks to another place; Esc puts them back</source>
        <translation>블록을 끌어 다른 자리로 옮깁니다(Esc를 누르면 되돌립니다)</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+끌기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Put a copy where the bricks are dropped</source>
        <translation>블록을 놓은 자리에 사본을 쌓습니다</translation>
    </message>
    <message>
        <source>Ctrl+click, Shift+click</source>
        <translation>Ctrl+클릭, Shift+클릭</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>여러 개 선택</translation>
    </message>
    <message>
        <source>Add a brick to the selection, or all up to it</source>
        <translation>블록 하나나 그 블록까지 모두를 선택에 더합니다</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>Change the units of the selected brick under the cursor</source>
        <translation>커서 아래의 선택한 블록에서 뉴런 수를 바꿉니다</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>숫자 키</translation>
    </message>
    <message>
        <source>Type the units of the selected brick</source>
        <translation>선택한 블록의 뉴런 수를 입력합니다</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Go to the brick above or below</source>
        <translation>위나 아래의 블록으로 갑니다</translation>
    </message>
    <message>
        <source>Double-click, Enter</source>
        <translation>두 번 클릭, Enter</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Put a block of the palette on top</source>
        <translation>블록 모음의 블록을 맨 위에 쌓습니다</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Nothing here has this in its name or formula.</source>
        <translation>이름이나 수식에 이것이 들어 있는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Type a part of the name or formula</source>
        <translation>이름이나 식의 일부를 입력하세요</translation>
    </message>
    <message>
        <source>Not applied: {reason}</source>
        <translation>적용하지 않았습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Choose columns</source>
        <translation>열 선택</translation>
    </message>
    <message>
        <source>Features of the data</source>
        <translation>데이터의 특징</translation>
    </message>
    <message>
        <source>The features that go into the stack</source>
        <translation>입력으로 쓸 특징</translation>
    </message>
    <message>
        <source>{chosen} chosen; the stack takes in {wanted}.</source>
        <translation>{chosen}개를 선택했습니다. 입력 크기는 {wanted}입니다.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>this stack</source>
        <translation>쌓은 블록</translation>
    </message>
    <message>
        <source>random data</source>
        <translation>난수 데이터</translation>
    </message>
</context>
<context>
    <name>ComparePopup</name>
    <message>
        <source>Activation functions to compare</source>
        <translation>비교할 활성화 함수</translation>
    </message>
    <message>
        <source>Compare none</source>
        <translation>비교 안 함</translation>
    </message>
    <message>
        <source>Show the block&apos;s own function alone</source>
        <translation>블록의 활성화 함수만 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>DistributionsPanel</name>
    <message>
        <source>{count} features</source>
        <translation>특징 {count}개</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>std</source>
        <translation>표준 편차</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>0인 값</translation>
    </message>
    <message>
        <source>{name}: mean {mean}, std {std}, min {min}, max {max}, zeros {zeros}, {nan} NaN, {inf} infinite</source>
        <translation>{name}: 평균 {mean}, 표준 편차 {std}, 최솟값 {min}, 최댓값 {max}, 0인 값 {zeros}, NaN {nan}개, 무한대 {inf}개</translation>
    </message>
    <message>
        <source>{symbol}: {count} values
mean {mean}
std {std}
min {min}
max {max}
zeros {zeros} ({share})
NaN {nan}, infinite {inf}</source>
        <translation>{symbol}: 값 {count}개
평균 {mean}
표준 편차 {std}
최솟값 {min}
최댓값 {max}
0인 값 {zeros}개 ({share})
NaN {nan}개, 무한대 {inf}개</translation>
    </message>
    <message>
        <source>{symbol} from {low} to {high}: {count} values, {share}</source>
        <translation>{symbol} {low} ~ {high}: 값 {count}개, {share}</translation>
    </message>
    <message>
        <source>Output distributions</source>
        <translation>출력 분포</translation>
    </message>
    <message>
        <source>Histograms of every layer</source>
        <translation>층마다의 히스토그램</translation>
    </message>
    <message>
        <source>Rest the pointer on a layer or press Space for every number; click or ←/→ to select it</source>
        <translation>층에 포인터를 올리거나 스페이스 키를 누르면 모든 수치 보기, 클릭이나 ←/→로 선택</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Log counts</source>
        <translation>개수를 로그로 표시</translation>
    </message>
    <message>
        <source>Heights are log(1 + count), so that rare values are seen too</source>
        <translation>높이를 log(1 + 개수)로 그려 드문 값도 보이게 합니다</translation>
    </message>
    <message>
        <source>Same axis</source>
        <translation>같은 축</translation>
    </message>
    <message>
        <source>One x axis for all layers, to compare their spread</source>
        <translation>모든 층을 같은 x축에 그려 퍼진 정도를 비교합니다</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to see what each layer does to the data.</source>
        <translation>순전파 실행(F5)을 누르면 각 층이 데이터를 어떻게 바꾸는지 보입니다.</translation>
    </message>
    <message>
        <source>Add a Dense block and press Run forward (F5) to see what it does to the data.</source>
        <translation>Dense 블록을 추가하고 순전파 실행(F5)을 누르면 블록이 데이터를 어떻게 바꾸는지 보입니다.</translation>
    </message>
    <message>
        <source>{rows} rows · grey: z, before the activation · colour: a, after it</source>
        <translation>{rows}행 · 회색: 활성화 전 z · 색: 활성화 후 a</translation>
    </message>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
</context>
<context>
    <name>DoubtPopup</name>
    <message>
        <source>Doubtful setting</source>
        <translation>확인할 설정</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Something went wrong inside densegui. Your work is still here: save it, and go on. The details below help to find the mistake.</source>
        <translation>densegui 내부에 문제가 생겼습니다. 작업은 그대로 남아 있으니 저장하고 계속하세요. 아래의 자세한 내용은 원인을 찾는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세한 내용</translation>
    </message>
    <message>
        <source>Where in the program it happened</source>
        <translation>프로그램에서 문제가 생긴 위치</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 내용 복사</translation>
    </message>
</context>
<context>
    <name>Freezing</name>
    <message>
        <source>Drawing weights</source>
        <translation>가중치를 뽑는 중</translation>
    </message>
</context>
<context>
    <name>GraphControls</name>
    <message>
        <source>Neurons show:</source>
        <translation>뉴런의 값:</translation>
    </message>
    <message>
        <source>mean of all samples</source>
        <translation>모든 샘플의 평균</translation>
    </message>
    <message>
        <source>Neurons show the mean of all samples</source>
        <translation>뉴런의 값을 모든 샘플의 평균으로 표시</translation>
    </message>
    <message>
        <source>Each neuron shows its mean over the last run</source>
        <translation>뉴런마다 마지막 실행의 평균을 보여 줍니다</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Neurons show one sample</source>
        <translation>뉴런의 값을 샘플 하나로 표시</translation>
    </message>
    <message>
        <source>Each neuron shows its value for one sample</source>
        <translation>뉴런마다 샘플 하나에 대한 값을 보여 줍니다</translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation>샘플 번호</translation>
    </message>
    <message>
        <source>Row of the data set, counted from 0</source>
        <translation>데이터의 행 번호(0부터 셉니다)</translation>
    </message>
    <message>
        <source>Fit the graph into the panel</source>
        <translation>그래프를 패널에 맞춤</translation>
    </message>
    <message>
        <source>Show all neurons (F, or a double click on the graph)</source>
        <translation>모든 뉴런을 보여 줍니다 (F 또는 그래프를 두 번 클릭)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
</context>
<context>
    <name>GraphFoot</name>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
</context>
<context>
    <name>GraphLegend</name>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>Line: a weight w, blue above zero, orange below, thin grey at zero; the widest of a layer is its largest |w|.
Fill: a neuron&apos;s value a (x at the input); full colour is the largest |value| of its column, or the bound of its activation.
Ring: its bias b; the widest ring is the largest |b|.
Red: NaN or infinity.</source>
        <translation>선: 가중치 w. 0보다 크면 파랑, 작으면 주황, 0이면 가는 회색이며 층에서 가장 굵은 선이 가장 큰 |w|입니다.
채움: 뉴런의 값 a (입력에서는 x). 가장 진한 색은 그 열에서 가장 큰 |값| 또는 활성화 함수의 한계값입니다.
고리: 편향 b. 가장 굵은 고리가 가장 큰 |b|입니다.
빨강: NaN 또는 무한대.</translation>
    </message>
    <message>
        <source>line: weight − / +</source>
        <translation>선: 가중치 − / +</translation>
    </message>
    <message>
        <source>width: |w|, relative within a layer</source>
        <translation>굵기: 층 안에서 비교한 |w|</translation>
    </message>
    <message>
        <source>fill: value − 0 +</source>
        <translation>채움: 값 − 0 +</translation>
    </message>
    <message>
        <source>ring: bias − / +</source>
        <translation>고리: 편향 − / +</translation>
    </message>
</context>
<context>
    <name>GraphPanel</name>
    <message>
        <source>Neuron graph</source>
        <translation>뉴런 그래프</translation>
    </message>
    <message>
        <source>Neurons and weights</source>
        <translation>뉴런과 가중치</translation>
    </message>
    <message>
        <source>Add a Dense block to the stack: its neurons appear here.</source>
        <translation>Dense 블록을 쌓으면 여기에 뉴런이 나타납니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>sample {k:,}</source>
        <translation>샘플 {k:,}</translation>
    </message>
    <message>
        <source>mean (N = {rows:,})</source>
        <translation>평균 (N = {rows:,})</translation>
    </message>
    <message>
        <source>{layer} neuron {number}</source>
        <translation>{layer} 뉴런 {number}</translation>
    </message>
    <message>
        <source>Neurons: {shown:,} of {all:,}.</source>
        <translation>뉴런: {all:,}개 중 {shown:,}개.</translation>
    </message>
    <message>
        <source>Neurons: all {all:,}.</source>
        <translation>뉴런: {all:,}개 모두.</translation>
    </message>
    <message>
        <source>Weights appear after Run forward (F5).</source>
        <translation>가중치는 순전파 실행(F5) 후에 나타납니다.</translation>
    </message>
    <message>
        <source>Weights: the strongest {drawn:,} of {all:,}, with {share} of Σ|w|.</source>
        <translation>가중치: {all:,}개 중 가장 강한 {drawn:,}개, Σ|w|의 {share}.</translation>
    </message>
    <message>
        <source>Weights: the {drawn:,} between them of {all:,}, with {share} of Σ|w|.</source>
        <translation>가중치: {all:,}개 중 그 사이의 {drawn:,}개, Σ|w|의 {share}.</translation>
    </message>
    <message>
        <source>Weights: all {all:,}.</source>
        <translation>가중치: {all:,}개 모두.</translation>
    </message>
    <message>
        <source>Run forward (F5) fills the neurons.</source>
        <translation>순전파 실행(F5)을 누르면 뉴런이 채워집니다.</translation>
    </message>
    <message>
        <source>Neuron graph {dims}.</source>
        <translation>뉴런 그래프 {dims}.</translation>
    </message>
    <message>
        <source>Outputs, {what}: {outputs}.</source>
        <translation>출력, {what}: {outputs}.</translation>
    </message>
    <message>
        <source>Out of date: press Run forward (F5).</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>도구</translation>
    </message>
    <message>
        <source>Bricks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Neuron graph</source>
        <translation>뉴런 그래프</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Output distributions</source>
        <translation>출력 분포</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>실행 취소: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>다시 실행: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search the palette</source>
        <translation>블록 검색</translation>
    </message>
    <message>
        <source>Type a part of the name or formula; Enter adds the first block</source>
        <translation>이름이나 식의 일부를 입력하고 Enter를 누르면 첫 블록을 추가합니다</translation>
    </message>
    <message>
        <source>Palette of blocks</source>
        <translation>블록 모음</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Dense layer of {units} units, to be changed on the brick</source>
        <translation>뉴런 {units}개의 밀집층(뉴런 수는 블록에서 바꿉니다)</translation>
    </message>
    <message>
        <source>One unit that says 1 above its threshold and 0 below it</source>
        <translation>임곗값보다 크면 1, 작으면 0을 출력하는 뉴런 1개</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>One probability for each of {count} classes</source>
        <translation>클래스 {count}개의 확률을 하나씩 출력</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>Output for two classes (binary): one probability</source>
        <translation>클래스 2개(이진 분류)의 출력: 확률 1개</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Output for regression: one value of any size</source>
        <translation>회귀의 출력: 크기에 제한이 없는 값 1개</translation>
    </message>
</context>
<context>
    <name>ParameterBox</name>
    <message>
        <source>Any number; the arrow keys change it</source>
        <translation>숫자를 입력하거나 화살표 키로 바꿉니다</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>4 → 8 → 6 → 1</source>
        <translation>4 → 8 → 6 → 1</translation>
    </message>
    <message>
        <source>Binary head: 3 → 1 sigmoid</source>
        <translation>이진 분류 출력층: 3 → 1 sigmoid</translation>
    </message>
    <message>
        <source>Two units on three inputs</source>
        <translation>입력 3개에 뉴런 2개</translation>
    </message>
    <message>
        <source>Three classes: 4 → 3 softmax</source>
        <translation>클래스 3개: 4 → 3 softmax</translation>
    </message>
    <message>
        <source>6 → 4 relu</source>
        <translation>6 → 4 relu</translation>
    </message>
    <message>
        <source>Computed by hand: 2 → 3 → 2 → 2</source>
        <translation>손으로 계산하기: 2 → 3 → 2 → 2</translation>
    </message>
    <message>
        <source>Perceptron: AND</source>
        <translation>퍼셉트론: AND</translation>
    </message>
    <message>
        <source>Perceptron: NAND</source>
        <translation>퍼셉트론: NAND</translation>
    </message>
    <message>
        <source>Perceptron: OR</source>
        <translation>퍼셉트론: OR</translation>
    </message>
    <message>
        <source>Two layers of perceptrons: XOR</source>
        <translation>2층 퍼셉트론: XOR</translation>
    </message>
    <message>
        <source>Samples in columns: 5 → 4 → 30</source>
        <translation>샘플이 열에 있음: 5 → 4 → 30</translation>
    </message>
    <message>
        <source>Iris: 4 → 16 → 8 → 3</source>
        <translation>붓꽃: 4 → 16 → 8 → 3</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Opening one is one step that undo takes back</source>
        <translation>프리셋을 열어도 실행 취소 한 번으로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete this preset of your own</source>
        <translation>직접 저장한 이 프리셋을 삭제합니다</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>프리셋으로 저장</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>프리셋 이름:</translation>
    </message>
    <message>
        <source>There is a preset called {name} already.</source>
        <translation>{name}(이)라는 프리셋이 이미 있습니다.</translation>
    </message>
    <message>
        <source>If you go on, it is replaced. This cannot be undone.</source>
        <translation>계속하면 새것으로 바뀝니다. 이 작업은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Load data</source>
        <translation>데이터 불러오기</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>{name}의 변경 내용을 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>저장하지 않으면 변경 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>The weights of {names} do not fit after this change.</source>
        <translation>이렇게 바꾸면 {names}의 가중치가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>They were frozen or set by hand. If you go on, new ones are drawn; undo brings them back.</source>
        <translation>고정했거나 직접 정한 가중치입니다. 계속하면 가중치를 새로 뽑으며, 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Draw new weights</source>
        <translation>가중치 새로 뽑기</translation>
    </message>
    <message>
        <source>Seed of all drawn weights:</source>
        <translation>모든 가중치를 뽑는 시드:</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Build dense neural networks from bricks, run your data through them, and see what every number does.</source>
        <translation>블록으로 밀집 신경망을 쌓고, 데이터를 통과시켜 숫자 하나하나가 하는 일을 살펴보세요.</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>MIT 라이선스</translation>
    </message>
    <message>
        <source>The weights of {names} need {size} of memory.</source>
        <translation>{names}의 가중치에 메모리 {size}가 필요합니다.</translation>
    </message>
    <message>
        <source>Where there is not so much, running them will fail.</source>
        <translation>메모리가 그만큼 없으면 실행할 때 실패합니다.</translation>
    </message>
    <message>
        <source>Make it anyway</source>
        <translation>그대로 만들기</translation>
    </message>
    <message>
        <source>densegui projects</source>
        <translation>densegui 프로젝트</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Projects and data</source>
        <translation>프로젝트와 데이터</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Put all of it on the clipboard</source>
        <translation>모든 내용을 클립보드에 복사합니다</translation>
    </message>
</context>
<context>
    <name>RandomDataDialog</name>
    <message>
        <source>Random data</source>
        <translation>난수 데이터</translation>
    </message>
    <message>
        <source>Normal distribution</source>
        <translation>정규 분포</translation>
    </message>
    <message>
        <source>Uniform distribution</source>
        <translation>균등 분포</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Numbers in each sample</source>
        <translation>샘플 하나에 든 숫자의 개수</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers</source>
        <translation>시드가 같으면 같은 숫자를 뽑습니다</translation>
    </message>
    <message>
        <source>Middle of the normal distribution</source>
        <translation>정규 분포의 중심</translation>
    </message>
    <message>
        <source>Standard deviation, 0 or more</source>
        <translation>표준 편차, 0 이상</translation>
    </message>
    <message>
        <source>Smallest number</source>
        <translation>가장 작은 수</translation>
    </message>
    <message>
        <source>Largest number</source>
        <translation>가장 큰 수</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>What the numbers are drawn from</source>
        <translation>숫자를 뽑을 분포</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>표준 편차</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Samples (rows)</source>
        <translation>샘플(행)</translation>
    </message>
    <message>
        <source>Features (columns)</source>
        <translation>특징(열)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>{rows} × {features} numbers, {memory}</source>
        <translation>숫자 {rows} × {features}개, {memory}</translation>
    </message>
    <message>
        <source>The minimum must be below the maximum.</source>
        <translation>최솟값은 최댓값보다 작아야 합니다.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{name} has {features} features, but the stack takes in {inputs}.</source>
        <translation>{name}의 특징은 {features}개이지만 쌓은 블록의 입력 크기는 {inputs}입니다.</translation>
    </message>
    <message>
        <source>add {name}</source>
        <translation>{name} 추가</translation>
    </message>
    <message>
        <source>duplicate {name}</source>
        <translation>{name} 복제</translation>
    </message>
    <message>
        <source>move {name}</source>
        <translation>{name} 이동</translation>
    </message>
    <message>
        <source>delete {name}</source>
        <translation>{name} 삭제</translation>
    </message>
    <message>
        <source>units</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>init</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>initial bias</source>
        <translation>편향 초기화</translation>
    </message>
    <message>
        <source>change {field} of {name}</source>
        <translation>{name}의 {field} 변경</translation>
    </message>
    <message>
        <source>change weights of {name}</source>
        <translation>{name}의 가중치 변경</translation>
    </message>
    <message>
        <source>redraw weights of {name}</source>
        <translation>{name}의 가중치 다시 뽑기</translation>
    </message>
    <message>
        <source>freeze {name}</source>
        <translation>{name} 고정</translation>
    </message>
    <message>
        <source>unfreeze {name}</source>
        <translation>{name} 고정 해제</translation>
    </message>
    <message>
        <source>set input size to {size}</source>
        <translation>입력 크기 {size} 설정</translation>
    </message>
    <message>
        <source>change seed to {seed}</source>
        <translation>시드 {seed} 설정</translation>
    </message>
    <message>
        <source>load {name}</source>
        <translation>{name} 불러오기</translation>
    </message>
    <message>
        <source>choose columns of {name}</source>
        <translation>{name}의 열 선택</translation>
    </message>
    <message>
        <source>transpose {name}</source>
        <translation>{name} 전치</translation>
    </message>
    <message>
        <source>There are no data to run: open a file, or draw random data.</source>
        <translation>실행할 데이터가 없습니다. 파일을 열거나 난수 데이터를 만드세요.</translation>
    </message>
    <message>
        <source>{mismatch} Data of shape ({rows}, {features}) do not fit weights of shape ({inputs}, {units}): set the input size, or choose columns.</source>
        <translation>{mismatch} 형상이 ({rows}, {features})인 데이터는 형상이 ({inputs}, {units})인 가중치와 맞지 않습니다. 입력 크기를 설정하거나 열을 선택하세요.</translation>
    </message>
    <message>
        <source>open preset {name}</source>
        <translation>프리셋 {name} 열기</translation>
    </message>
    <message>
        <source>{name} is kept as a preset.</source>
        <translation>프리셋으로 저장했습니다: {name}</translation>
    </message>
</context>
<context>
    <name>SettingsPopup</name>
    <message>
        <source>Settings of {name}</source>
        <translation>{name}의 설정</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What the block is called</source>
        <translation>블록의 이름</translation>
    </message>
    <message>
        <source>Use bias</source>
        <translation>편향 사용</translation>
    </message>
    <message>
        <source>Adds b: z = x·W + b</source>
        <translation>b를 더합니다: z = x·W + b</translation>
    </message>
    <message>
        <source>Bias init</source>
        <translation>편향 초기화</translation>
    </message>
    <message>
        <source>How the bias b is drawn</source>
        <translation>편향 b를 초기화하는 방법</translation>
    </message>
    <message>
        <source>Not applied: {reason}</source>
        <translation>적용하지 않았습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>Stack</name>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
    </message>
    <message>
        <source>{name}, {units}, {activation}, {init}, output {size}, {count} parameters</source>
        <translation>{name}, {units}, {activation}, {init}, 출력 {size}, 매개변수 {count}개</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>뉴런 {count}개</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>뉴런 1개</translation>
    </message>
    <message>
        <source>{sum} parameters, {connections} connections</source>
        <translation>매개변수 {sum}개, 연결 {connections}개</translation>
    </message>
    <message>
        <source>Frozen or set by hand: neither seed nor initialiser changes these weights.</source>
        <translation>고정했거나 직접 정한 가중치입니다. 시드나 초기화를 바꿔도 그대로입니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>아직 데이터 없음</translation>
    </message>
    <message>
        <source>{data} has {found} features, the stack takes {needed}.</source>
        <translation>{data}의 특징은 {found}개이지만 쌓은 블록의 입력 크기는 {needed}입니다.</translation>
    </message>
    <message>
        <source>The data have {found} features</source>
        <translation>데이터의 특징은 {found}개입니다</translation>
    </message>
    <message>
        <source>Set to {size}</source>
        <translation>{size}개로</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>열 선택…</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>전치</translation>
    </message>
    <message>
        <source>Drag a block here, or double-click one in the palette</source>
        <translation>블록을 여기로 끌어오거나 블록 모음에서 두 번 클릭하세요</translation>
    </message>
    <message>
        <source>Output {shape} · {meaning}</source>
        <translation>출력 {shape} · {meaning}</translation>
    </message>
    <message>
        <source>Softmax of one unit is always 1.</source>
        <translation>뉴런이 1개이면 softmax는 항상 1입니다.</translation>
    </message>
    <message>
        <source>A linear hidden layer adds nothing: it and the next block amount to one block.</source>
        <translation>선형 은닉층은 더해 주는 것이 없습니다. 다음 블록과 합쳐도 블록 하나와 같습니다.</translation>
    </message>
    <message>
        <source>The data have classes, but relu gives no probabilities.</source>
        <translation>데이터에 클래스가 있지만 relu의 출력은 확률이 아닙니다.</translation>
    </message>
    <message>
        <source>The data have {count} classes, so the last block needs {count} units.</source>
        <translation>데이터의 클래스가 {count}개이므로 마지막 블록에 뉴런 {count}개가 필요합니다.</translation>
    </message>
    <message>
        <source>Make it {count} units</source>
        <translation>뉴런 {count}개로 바꾸기</translation>
    </message>
    <message>
        <source>Use {activation}</source>
        <translation>{activation} 사용</translation>
    </message>
    <message>
        <source>one probability</source>
        <translation>확률 1개</translation>
    </message>
    <message>
        <source>{count} class probabilities</source>
        <translation>클래스별 확률 {count}개</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>값 1개</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>값 {count}개</translation>
    </message>
    <message>
        <source>Stack of blocks</source>
        <translation>쌓은 블록</translation>
    </message>
    <message>
        <source>{count} synapses</source>
        <translation>시냅스 {count}개</translation>
    </message>
    <message>
        <source>{inputs} × {units} drawn</source>
        <translation>{inputs} × {units}만 표시</translation>
    </message>
</context>
<context>
    <name>StackDelegate</name>
    <message>
        <source>Input size</source>
        <translation>입력 크기</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런 수</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>How far the work under way is; Esc stops it</source>
        <translation>진행 중인 작업의 진행률(Esc를 누르면 멈춥니다)</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>데이터 없음</translation>
    </message>
    <message>
        <source>Set input size to {size}</source>
        <translation>입력 크기를 {size}에 맞추기</translation>
    </message>
    <message>
        <source>The last run is out of date</source>
        <translation>마지막 실행 결과가 최신이 아닙니다</translation>
    </message>
    <message>
        <source>Ran {rows} samples in {time}</source>
        <translation>샘플 {rows}개 실행, {time}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>출력 형상</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>곱셈·덧셈</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Summary of the stack</source>
        <translation>쌓은 블록의 요약</translation>
    </message>
</context>
<context>
    <name>UnitsEditor</name>
    <message>
        <source>A whole number from 1 to {most}</source>
        <translation>1부터 {most}까지의 정수</translation>
    </message>
    <message>
        <source>{number} here need {size} GB for weights. Press Enter again to make it anyway.</source>
        <translation>뉴런이 {number}개이면 가중치에 {size} GB가 필요합니다. 그대로 만들려면 Enter를 다시 누르세요.</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Weights of {name}</source>
        <translation>{name}의 가중치</translation>
    </message>
    <message>
        <source>Weights and bias</source>
        <translation>가중치와 편향</translation>
    </message>
    <message>
        <source>Type a number over a cell, or paste cells from a spreadsheet</source>
        <translation>셀에 숫자를 입력하거나 스프레드시트의 셀을 붙여 넣으세요</translation>
    </message>
    <message>
        <source>W has shape ({rows}, {columns}): one row for each input, one column for each unit.</source>
        <translation>W의 형상은 ({rows}, {columns})입니다. 입력마다 행 하나, 뉴런마다 열 하나입니다.</translation>
    </message>
</context>
<context>
    <name>_MemoryNote</name>
    <message>
        <source>Make it anyway</source>
        <translation>그대로 만들기</translation>
    </message>
</context>
<context>
    <name>_WeightsTable</name>
    <message>
        <source>unit {number}</source>
        <translation>뉴런 {number}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
</context>
</TS>
