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
        <source>Copy panel</source>
        <translation>패널 복사</translation>
    </message>
    <message>
        <source>Copy what the panel in use shows, as a picture and as a table</source>
        <translation>사용 중인 패널에 보이는 것을 그림과 표로 복사합니다</translation>
    </message>
    <message>
        <source>Export panel…</source>
        <translation>패널 내보내기…</translation>
    </message>
    <message>
        <source>Save what a panel shows as a picture, a drawing or a table</source>
        <translation>패널에 보이는 것을 그림, 벡터 그림 또는 표로 저장합니다</translation>
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
        <source>Load a table, an array or pictures; or drop them on the window</source>
        <translation>표, 배열 또는 그림을 불러옵니다(창에 끌어다 놓아도 됩니다)</translation>
    </message>
    <message>
        <source>Load folder…</source>
        <translation>폴더 불러오기…</translation>
    </message>
    <message>
        <source>Load all pictures of a folder, whose folders are classes, or CIFAR batches</source>
        <translation>폴더의 모든 그림(하위 폴더마다 클래스 하나)이나 CIFAR 배치를 불러옵니다</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>표 붙여넣기</translation>
    </message>
    <message>
        <source>Take cells copied from a spreadsheet, or any table as text, as the data</source>
        <translation>스프레드시트에서 복사한 셀이나 텍스트로 된 표를 데이터로 씁니다</translation>
    </message>
    <message>
        <source>Built-in data…</source>
        <translation>내장 데이터…</translation>
    </message>
    <message>
        <source>Iris, handwritten digits or penguins: what they are and whose</source>
        <translation>붓꽃, 손글씨 숫자, 펭귄: 어떤 데이터이고 누가 만들었는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Random and toy data…</source>
        <translation>난수·연습 데이터…</translation>
    </message>
    <message>
        <source>Random numbers, truth tables, circles, spirals and more, or rows you type</source>
        <translation>난수, 진리표, 원, 나선 등을 만들거나 행을 직접 입력합니다</translation>
    </message>
    <message>
        <source>Read differently…</source>
        <translation>다르게 읽기…</translation>
    </message>
    <message>
        <source>Take another array, sheet, picture size or part of the file</source>
        <translation>파일의 다른 배열이나 시트, 다른 부분을 읽거나 그림 크기를 바꿉니다</translation>
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
        <source>Previous sample</source>
        <translation>이전 샘플</translation>
    </message>
    <message>
        <source>Look at the sample before</source>
        <translation>앞의 샘플을 봅니다</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>다음 샘플</translation>
    </message>
    <message>
        <source>Look at the next sample</source>
        <translation>다음 샘플을 봅니다</translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation>무작위 샘플</translation>
    </message>
    <message>
        <source>Look at a sample drawn at random</source>
        <translation>무작위로 뽑은 샘플을 봅니다</translation>
    </message>
    <message>
        <source>Next wrong sample</source>
        <translation>다음 틀린 샘플</translation>
    </message>
    <message>
        <source>Look at the next sample whose predicted class is not its label</source>
        <translation>예측한 클래스가 레이블과 다른 다음 샘플을 봅니다</translation>
    </message>
    <message>
        <source>Go to sample…</source>
        <translation>샘플로 이동…</translation>
    </message>
    <message>
        <source>Type the number of the sample to look at</source>
        <translation>볼 샘플의 번호를 입력합니다</translation>
    </message>
    <message>
        <source>Draw a sample…</source>
        <translation>샘플 그리기…</translation>
    </message>
    <message>
        <source>Draw a picture and see at once what the stack makes of it</source>
        <translation>그림을 그려 쌓은 블록의 출력을 바로 봅니다</translation>
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
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Run forward again after every change, where runs are quick enough</source>
        <translation>실행이 충분히 빠르면 바꿀 때마다 순전파를 다시 실행합니다</translation>
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
        <source>Neuron {unit}: z = {z}, a = {a}</source>
        <translation>뉴런 {unit}: z = {z}, a = {a}</translation>
    </message>
</context>
<context>
    <name>ActivationsPanel</name>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
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
        <source>Derivative</source>
        <translation>도함수</translation>
    </message>
    <message>
        <source>Draw the derivative g′(x) too, dashed</source>
        <translation>도함수 g′(x)도 점선으로 그립니다</translation>
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
        <source>regression outputs</source>
        <translation>회귀의 출력층</translation>
    </message>
    <message>
        <source>the usual hidden layer</source>
        <translation>흔히 쓰는 은닉층</translation>
    </message>
    <message>
        <source>one probability</source>
        <translation>확률 1개</translation>
    </message>
    <message>
        <source>hidden layers around zero</source>
        <translation>출력이 0 중심인 은닉층</translation>
    </message>
    <message>
        <source>one probability for each class</source>
        <translation>클래스마다 확률 1개</translation>
    </message>
    <message>
        <source>the perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>hidden layers that must not die</source>
        <translation>뉴런이 죽지 않는 은닉층</translation>
    </message>
    <message>
        <source>hidden layers with a smooth negative side</source>
        <translation>음수 쪽이 매끄러운 은닉층</translation>
    </message>
    <message>
        <source>self-normalising stacks with lecun_normal</source>
        <translation>lecun_normal과 함께 쓰는 자기 정규화 신경망</translation>
    </message>
    <message>
        <source>transformer blocks</source>
        <translation>트랜스포머 블록</translation>
    </message>
    <message>
        <source>smooth hidden layers (swish)</source>
        <translation>매끄러운 은닉층(swish)</translation>
    </message>
    <message>
        <source>positive outputs</source>
        <translation>양수 출력</translation>
    </message>
    <message>
        <source>like tanh with longer tails</source>
        <translation>꼬리가 더 긴 tanh</translation>
    </message>
    <message>
        <source>a cheap sigmoid</source>
        <translation>계산이 간단한 시그모이드</translation>
    </message>
    <message>
        <source>rates and counts</source>
        <translation>비율과 횟수</translation>
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
        <source>dead</source>
        <translation>죽음</translation>
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
    <message>
        <source>Not shown: {nan} NaN and {inf} infinite of 1 value of z.</source>
        <translation>z 값 1개 중 NaN {nan}개와 무한대 {inf}개는 그리지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>AddButton</name>
    <message>
        <source>Add step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Do something more with the numbers, after all other steps</source>
        <translation>다른 모든 단계 뒤에 처리를 하나 더합니다</translation>
    </message>
</context>
<context>
    <name>AsReadButton</name>
    <message>
        <source>As read</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Rows as they were read</source>
        <translation>읽은 그대로의 행</translation>
    </message>
    <message>
        <source>Show the numbers as they were read; switched off, as they go into the stack</source>
        <translation>읽은 그대로의 숫자를 보여 줍니다. 끄면 입력으로 들어가는 숫자를 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Histograms</source>
        <translation>히스토그램</translation>
    </message>
    <message>
        <source>z and a of every layer side by side</source>
        <translation>모든 층의 z와 a를 나란히 보여 줍니다</translation>
    </message>
    <message>
        <source>Overlaid</source>
        <translation>겹쳐 보기</translation>
    </message>
    <message>
        <source>All layers in one plot</source>
        <translation>모든 층을 한 그래프에 그립니다</translation>
    </message>
    <message>
        <source>Ridgeline</source>
        <translation>능선 그림</translation>
    </message>
    <message>
        <source>The distribution from layer to layer</source>
        <translation>층을 지나며 분포가 어떻게 바뀌는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>상자 그림</translation>
    </message>
    <message>
        <source>Quartiles, median, mean, min and max of every layer</source>
        <translation>층마다 사분위수, 중앙값, 평균, 최솟값, 최댓값을 보여 줍니다</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>Mean, spread and zeros of each neuron</source>
        <translation>뉴런마다 평균, 퍼진 정도, 0인 값을 보여 줍니다</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>The mean of each neuron for each class of the labels</source>
        <translation>레이블의 클래스마다 뉴런의 평균을 보여 줍니다</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What the last layer says: classes and confidence, or numbers</source>
        <translation>마지막 층의 출력: 클래스와 확신도 또는 숫자</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Select this sample and neuron in all panels</source>
        <translation>이 샘플과 뉴런을 모든 패널에서 선택합니다</translation>
    </message>
    <message>
        <source>z, before the activation</source>
        <translation>z, 활성화 전</translation>
    </message>
    <message>
        <source>a, after the activation</source>
        <translation>a, 활성화 후</translation>
    </message>
    <message>
        <source>Heights are log(1 + count), so that rare values are seen too</source>
        <translation>높이를 log(1 + 개수)로 그려 드문 값도 보이게 합니다</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Same axis</source>
        <translation>같은 축</translation>
    </message>
    <message>
        <source>One axis of values for all layers, to compare their spread</source>
        <translation>모든 층을 같은 값 축에 그려 퍼진 정도를 비교합니다</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Pin this run: later runs are drawn over it, with its numbers in brackets</source>
        <translation>이번 실행을 기준으로 둡니다. 다음 실행을 그 위에 그리고 기준의 값을 괄호 안에 적습니다</translation>
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
    <name>BoxesView</name>
    <message>
        <source>Quartiles and limits of every layer</source>
        <translation>층마다의 사분위수와 범위</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>box: quartiles ≈ and median, whiskers: min and max</source>
        <translation>상자: 사분위수 ≈, 중앙값 · 수염: 최솟값, 최댓값</translation>
    </message>
</context>
<context>
    <name>BuiltinData</name>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>150 flowers of three species of iris: length and width of sepal and petal in centimetres.</source>
        <translation>붓꽃 세 품종 150송이의 꽃받침과 꽃잎의 길이와 너비(cm)입니다.</translation>
    </message>
    <message>
        <source>species, one of 3</source>
        <translation>품종, 3가지 중 하나</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>1797 digits written by 13 people, as pictures of 8 × 8 pixels from 0 (paper) to 16 (ink).</source>
        <translation>13명이 쓴 숫자 1797개를 0(종이)부터 16(잉크)까지의 8 × 8 픽셀 그림으로 담았습니다.</translation>
    </message>
    <message>
        <source>digit, one of 10</source>
        <translation>숫자, 10가지 중 하나</translation>
    </message>
    <message>
        <source>Penguins</source>
        <translation>펭귄</translation>
    </message>
    <message>
        <source>342 penguins of Antarctica: species, island, bill, flipper, sex and year; 9 sexes are missing.</source>
        <translation>남극 펭귄 342마리의 종, 섬, 부리, 날개, 성별, 연도입니다. 성별은 9마리가 빠져 있습니다.</translation>
    </message>
    <message>
        <source>body mass in grams, a number</source>
        <translation>몸무게(g), 숫자</translation>
    </message>
</context>
<context>
    <name>BuiltinDataDialog</name>
    <message>
        <source>Built-in data</source>
        <translation>내장 데이터</translation>
    </message>
    <message>
        <source>Data that come with the program</source>
        <translation>프로그램에 들어 있는 데이터</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Some of the samples</source>
        <translation>샘플 일부</translation>
    </message>
    <message>
        <source>Samples × features</source>
        <translation>샘플 × 특징</translation>
    </message>
    <message>
        <source>To predict</source>
        <translation>예측할 값</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
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
    <name>ChoiceField</name>
    <message>
        <source>Choice</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Which column is to be predicted</source>
        <translation>예측할 열</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>처리 방법</translation>
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
    <name>ClassesView</name>
    <message>
        <source>The data have no labels: load data with a column of classes to compare them.</source>
        <translation>데이터에 레이블이 없습니다. 클래스를 비교하려면 클래스 열이 있는 데이터를 불러오세요.</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to see the classes.</source>
        <translation>순전파 실행(F5)을 누르면 클래스별 값이 보입니다.</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>양수</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음수</translation>
    </message>
    <message>
        <source>Mean of each neuron for each class</source>
        <translation>클래스마다 뉴런의 평균</translation>
    </message>
    <message>
        <source>Click or press ←/→ to select a neuron</source>
        <translation>클릭이나 ←/→로 뉴런 선택</translation>
    </message>
    <message>
        <source>mean of {symbol} of {layer}</source>
        <translation>{layer}의 {symbol} 평균</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}행</translation>
    </message>
    <message>
        <source>{title}, neuron {unit}
class {name}, {rows}
mean {mean}
std {std}</source>
        <translation>{title}, 뉴런 {unit}
클래스 {name}, {rows}
평균 {mean}
표준 편차 {std}</translation>
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
    <name>ColumnsModel</name>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>결측</translation>
    </message>
    <message>
        <source>mean ± std</source>
        <translation>평균 ± 표준 편차</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값 분포</translation>
    </message>
    <message>
        <source>used as</source>
        <translation>용도</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Looking through all rows: {share}</source>
        <translation>모든 행을 살펴보는 중: {share}</translation>
    </message>
    <message>
        <source>The first {shown:,} of {columns:,} columns.</source>
        <translation>열 {columns:,}개 중 처음 {shown:,}개입니다.</translation>
    </message>
    <message>
        <source>At least one feature has to go into the stack.</source>
        <translation>입력으로 쓸 특징이 하나는 있어야 합니다.</translation>
    </message>
</context>
<context>
    <name>ColumnsTools</name>
    <message>
        <source>Use as feature</source>
        <translation>특징으로 사용</translation>
    </message>
    <message>
        <source>It goes into the stack as it is</source>
        <translation>그대로 입력으로 들어갑니다</translation>
    </message>
    <message>
        <source>Use one-hot</source>
        <translation>원-핫으로 사용</translation>
    </message>
    <message>
        <source>A feature of 0 and 1 for each of its values</source>
        <translation>값마다 0과 1로 된 특징을 하나씩 만듭니다</translation>
    </message>
    <message>
        <source>Use as label</source>
        <translation>레이블로 사용</translation>
    </message>
    <message>
        <source>It is what the stack shall predict</source>
        <translation>신경망이 예측할 값입니다</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>It does not go into the stack</source>
        <translation>입력으로 들어가지 않습니다</translation>
    </message>
    <message>
        <source>Use nothing else</source>
        <translation>이것만 사용</translation>
    </message>
    <message>
        <source>All other features are left out</source>
        <translation>다른 특징은 모두 제외합니다</translation>
    </message>
    <message>
        <source>Use as</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>What the selected columns are used as</source>
        <translation>선택한 열의 용도</translation>
    </message>
    <message>
        <source>What the selected columns are used as (Enter)</source>
        <translation>선택한 열의 용도를 고릅니다 (Enter)</translation>
    </message>
    <message>
        <source>Missing numbers</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>What is put where a number is missing</source>
        <translation>숫자가 빠진 자리에 넣을 값</translation>
    </message>
    <message>
        <source>missing stay NaN</source>
        <translation>결측값: NaN 그대로</translation>
    </message>
    <message>
        <source>missing: {how}</source>
        <translation>결측값: {how}</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns of the data</source>
        <translation>데이터의 열</translation>
    </message>
    <message>
        <source>Tick what goes into the stack (Space); Enter or a right click for what it is used as</source>
        <translation>입력으로 쓸 열을 체크합니다(스페이스). Enter나 오른쪽 클릭으로 용도를 고릅니다</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{name} is a project, which is opened alone: choose nothing else beside it.</source>
        <translation>프로젝트는 하나만 따로 열어야 합니다: {name}. 다른 파일은 빼고 선택하세요.</translation>
    </message>
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
        <source>Draw</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>치역</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>쓰임</translation>
    </message>
    <message>
        <source>Draw {name} on the same plot</source>
        <translation>같은 그래프에 그릴 함수: {name}</translation>
    </message>
    <message>
        <source>Block&apos;s own</source>
        <translation>블록의 함수</translation>
    </message>
    <message>
        <source>Draw the function of the selected block too</source>
        <translation>선택한 블록의 함수도 그립니다</translation>
    </message>
    <message>
        <source>step, sigmoid, relu</source>
        <translation>step, sigmoid, relu</translation>
    </message>
    <message>
        <source>Compare these three alone</source>
        <translation>이 세 함수만 비교합니다</translation>
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
    <name>Comparison</name>
    <message>
        <source>The sample before and after the preparation</source>
        <translation>전처리 전과 후의 샘플</translation>
    </message>
    <message>
        <source>Choose a feature to see how all its values are spread</source>
        <translation>특징을 고르면 그 값 전체의 분포가 보입니다</translation>
    </message>
    <message>
        <source>Sample {number}, before and after</source>
        <translation>샘플 {number}의 전처리 전과 후</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>전처리 후</translation>
    </message>
</context>
<context>
    <name>CurvePage</name>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
    <message>
        <source>Curve of the activation function</source>
        <translation>활성화 함수의 곡선</translation>
    </message>
    <message>
        <source>Point to read x and g(x); drag to pan, wheel or +/− to zoom, double-click or Home for all; click a dot or press Up and Down to select a neuron</source>
        <translation>가리키면 x와 g(x) 읽기, 끌면 이동, 휠이나 +/−로 확대·축소, 두 번 클릭이나 Home으로 전체 보기, 점을 클릭하거나 ↑/↓로 뉴런 선택</translation>
    </message>
    <message>
        <source>softmax is no curve: it takes all scores of a row at once. Compare none to see them as bars.</source>
        <translation>softmax는 곡선이 아닙니다. 한 행의 점수를 모두 함께 받습니다. ‘비교 안 함’을 누르면 막대로 보입니다.</translation>
    </message>
    <message>
        <source>softmax is no curve: it takes all scores of a row at once.</source>
        <translation>softmax는 곡선이 아닙니다. 한 행의 점수를 모두 함께 받습니다.</translation>
    </message>
    <message>
        <source>Dots: every neuron for {sample}.</source>
        <translation>점: {sample}의 모든 뉴런.</translation>
    </message>
    <message>
        <source>Point: neuron {unit} for {sample}.</source>
        <translation>점: {sample}의 뉴런 {unit}.</translation>
    </message>
    <message>
        <source>Choose a sample to see this neuron on the curve.</source>
        <translation>샘플을 고르면 이 뉴런이 곡선 위에 보입니다.</translation>
    </message>
    <message>
        <source>share of z</source>
        <translation>z의 비율</translation>
    </message>
    <message>
        <source>z from {low} to {high}: {share}</source>
        <translation>z {low} ~ {high}: {share}</translation>
    </message>
</context>
<context>
    <name>DataColumns</name>
    <message>
        <source>feature</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>원-핫</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>number</source>
        <translation>실수</translation>
    </message>
    <message>
        <source>{count:,} values</source>
        <translation>값 {count:,}가지</translation>
    </message>
    <message>
        <source>always {value}</source>
        <translation>항상 {value}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
    </message>
    <message>
        <source>{bins} bins from {low} to {high}; the highest holds {most:,} values</source>
        <translation>{low}부터 {high}까지 구간 {bins}개, 가장 높은 구간에 값 {most:,}개</translation>
    </message>
</context>
<context>
    <name>DataFindings</name>
    <message>
        <source>Values are missing. Whatever is computed from a missing value is missing too.</source>
        <translation>빠진 값이 있습니다. 빠진 값으로 계산한 결과도 빠집니다(NaN).</translation>
    </message>
    <message>
        <source>A feature says what is to be predicted. A network that is given the answer learns nothing else.</source>
        <translation>예측할 값이 특징에 들어 있습니다. 답을 입력받은 신경망은 다른 것을 배우지 않습니다.</translation>
    </message>
    <message>
        <source>A feature only numbers the rows. A network can learn rows by heart from it, and nothing else.</source>
        <translation>행 번호일 뿐인 특징이 있습니다. 신경망은 이것으로 행을 외울 뿐 다른 것을 배우지 못합니다.</translation>
    </message>
    <message>
        <source>The codes of a category stand in x. A network takes them for sizes; with one-hot it does not.</source>
        <translation>범주의 번호가 x에 들어 있습니다. 신경망은 번호를 크기로 받아들입니다. 원-핫으로 바꾸면 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>Pixels are far above 1. Networks learn better from numbers between 0 and 1.</source>
        <translation>픽셀 값이 1보다 훨씬 큽니다. 신경망은 0과 1 사이의 숫자에서 더 잘 배웁니다.</translation>
    </message>
    <message>
        <source>Features are on very different scales. The largest drown the others.</source>
        <translation>특징들의 크기가 서로 매우 다릅니다. 가장 큰 특징이 나머지를 덮어 버립니다.</translation>
    </message>
    <message>
        <source>Divide by {by}</source>
        <translation>픽셀 값 ÷ {by}</translation>
    </message>
    <message>
        <source>Fill in the mean</source>
        <translation>평균으로 채우기</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>제외하기</translation>
    </message>
    <message>
        <source>Use as label</source>
        <translation>레이블로 사용</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>원-핫으로</translation>
    </message>
</context>
<context>
    <name>DataHeader</name>
    <message>
        <source>Understood ({count})</source>
        <translation>읽은 방식({count})</translation>
    </message>
    <message>
        <source>Read differently</source>
        <translation>다르게 읽기</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>읽은 방식</translation>
    </message>
    <message>
        <source>What was understood when the data were read</source>
        <translation>데이터를 어떻게 읽었는지 보여 줍니다</translation>
    </message>
    <message>
        <source>The data in words</source>
        <translation>데이터 설명</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>(N, features) = ({rows}, {features})</source>
        <translation>(N, 특징) = ({rows}, {features})</translation>
    </message>
    <message>
        <source>in memory, {size}</source>
        <translation>메모리에 있음, {size}</translation>
    </message>
    <message>
        <source>on disk, {size}</source>
        <translation>디스크에 있음, {size}</translation>
    </message>
    <message>
        <source>read when needed, {size}</source>
        <translation>필요할 때 읽음, {size}</translation>
    </message>
    <message>
        <source>target: {name}</source>
        <translation>정답: {name}</translation>
    </message>
    <message>
        <source>with targets</source>
        <translation>정답 있음</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>레이블 없음</translation>
    </message>
    <message>
        <source>with labels</source>
        <translation>레이블 있음</translation>
    </message>
    <message>
        <source>label {name}: {classes}</source>
        <translation>레이블 {name}: {classes}</translation>
    </message>
    <message>
        <source>labels: {classes}</source>
        <translation>레이블: {classes}</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>결측</translation>
    </message>
</context>
<context>
    <name>DataSteps</name>
    <message>
        <source>Exchange rows and columns</source>
        <translation>행과 열 바꾸기</translation>
    </message>
    <message>
        <source>Predict {column}</source>
        <translation>예측할 열: {column}</translation>
    </message>
    <message>
        <source>Keep only {columns}</source>
        <translation>이 특징만 사용: {columns}</translation>
    </message>
    <message>
        <source>Missing numbers: {how}</source>
        <translation>결측값: {how}</translation>
    </message>
    <message>
        <source>One-hot: {columns}</source>
        <translation>원-핫: {columns}</translation>
    </message>
    <message>
        <source>Scale every feature: {low} to {high}</source>
        <translation>특징마다 범위 맞추기: {low} ~ {high}</translation>
    </message>
    <message>
        <source>Divide every number by {by}</source>
        <translation>모든 숫자 ÷ {by}</translation>
    </message>
    <message>
        <source>Standardise every feature</source>
        <translation>특징마다 표준화</translation>
    </message>
    <message>
        <source>Flatten pictures {order}</source>
        <translation>그림 펼치기: {order}</translation>
    </message>
    <message>
        <source>Choose the label</source>
        <translation>레이블 선택</translation>
    </message>
    <message>
        <source>Choose features</source>
        <translation>특징 선택</translation>
    </message>
    <message>
        <source>Fill missing numbers</source>
        <translation>결측값 채우기</translation>
    </message>
    <message>
        <source>One-hot categories</source>
        <translation>범주를 원-핫으로</translation>
    </message>
    <message>
        <source>Scale to 0–1</source>
        <translation>0~1 범위로</translation>
    </message>
    <message>
        <source>Divide by 255</source>
        <translation>255로 나누기</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Flatten in another order</source>
        <translation>펼치는 순서 바꾸기</translation>
    </message>
    <message>
        <source>For files whose samples stand in columns</source>
        <translation>샘플이 열에 있는 파일에 씁니다</translation>
    </message>
    <message>
        <source>Takes a column out of the features: it is what to predict</source>
        <translation>열을 특징에서 빼내 예측할 값으로 삼습니다</translation>
    </message>
    <message>
        <source>Leaves the other features out</source>
        <translation>다른 특징을 제외합니다</translation>
    </message>
    <message>
        <source>NaN goes through every layer, so something must take its place</source>
        <translation>NaN은 모든 층을 지나가므로 다른 값으로 바꾸어야 합니다</translation>
    </message>
    <message>
        <source>A feature of 0 and 1 for each value, because codes such as 0, 1, 2 have an order that categories do not have</source>
        <translation>값마다 0과 1로 된 특징을 만듭니다. 0, 1, 2 같은 번호에는 범주에 없는 순서가 있기 때문입니다</translation>
    </message>
    <message>
        <source>(x − min)/(max − min) of each feature, from low to high</source>
        <translation>특징마다 (x − 최솟값)/(최댓값 − 최솟값)을 구해 정한 범위에 맞춥니다</translation>
    </message>
    <message>
        <source>Pixels from 0 to 255 become numbers from 0 to 1</source>
        <translation>0부터 255까지의 픽셀이 0부터 1까지의 숫자가 됩니다</translation>
    </message>
    <message>
        <source>(x − mean)/std of each feature: then mean 0 and std 1</source>
        <translation>특징마다 (x − 평균)/표준 편차: 평균 0, 표준 편차 1이 됩니다</translation>
    </message>
    <message>
        <source>The same numbers in another order: weights made for one are nonsense on the other</source>
        <translation>같은 숫자를 다른 순서로 놓습니다. 한 순서에 맞춘 가중치는 다른 순서에서는 뜻이 없습니다</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>행 제외</translation>
    </message>
    <message>
        <source>pixel by pixel (channels last)</source>
        <translation>픽셀 단위로(채널 마지막)</translation>
    </message>
    <message>
        <source>channel by channel (channels first)</source>
        <translation>채널 단위로(채널 먼저)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>every category</source>
        <translation>모든 범주</translation>
    </message>
    <message>
        <source>{count:,} features: {names}, …</source>
        <translation>특징 {count:,}개: {names}, …</translation>
    </message>
</context>
<context>
    <name>DataTabs</name>
    <message>
        <source>Preparation</source>
        <translation>전처리</translation>
    </message>
    <message>
        <source>Preparation ({steps})</source>
        <translation>전처리({steps})</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>The rows with their labels</source>
        <translation>행과 레이블을 보여 줍니다</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>What each column holds, and what it is used as</source>
        <translation>열마다 무엇이 들어 있고 어디에 쓰이는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>The rows as pictures</source>
        <translation>행을 그림으로 보여 줍니다</translation>
    </message>
    <message>
        <source>What is done with the numbers before they go into the stack</source>
        <translation>숫자가 입력으로 들어가기 전에 거치는 처리를 보여 줍니다</translation>
    </message>
    <message>
        <source>Pages of the data</source>
        <translation>데이터 페이지</translation>
    </message>
</context>
<context>
    <name>DepthView</name>
    <message>
        <source>Click or press ←/→ to select a layer; drag and wheel or +/− zoom, Home shows all</source>
        <translation>클릭이나 ←/→로 층 선택, 끌기와 휠 또는 +/−로 확대·축소, Home으로 전체 보기</translation>
    </message>
</context>
<context>
    <name>DistributionsPanel</name>
    <message>
        <source>1 feature</source>
        <translation>특징 1개</translation>
    </message>
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
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>First {value} in the data: sample {sample}, feature {unit}</source>
        <translation>데이터의 첫 {value}: 샘플 {sample}, 특징 {unit}</translation>
    </message>
    <message>
        <source>First {value} in {symbol} of {layer}, sample {sample}, neuron {unit}: from the weights</source>
        <translation>첫 {value}: {layer}의 {symbol}, 샘플 {sample}, 뉴런 {unit} (원인: 가중치)</translation>
    </message>
    <message>
        <source>First {value} in {symbol} of {layer}, sample {sample}, neuron {unit}: x·W + b exceeds {dtype}</source>
        <translation>첫 {value}: {layer}의 {symbol}, 샘플 {sample}, 뉴런 {unit} (원인: {dtype}의 범위를 넘은 x·W + b)</translation>
    </message>
    <message>
        <source>First {value} in {symbol} of {layer}, sample {sample}, neuron {unit}: from the activation</source>
        <translation>첫 {value}: {layer}의 {symbol}, 샘플 {sample}, 뉴런 {unit} (원인: 활성화 함수)</translation>
    </message>
    <message>
        <source>{name}: mean {mean}, std {std}, min {min}, max {max}, zeros {zeros}, saturated {saturated}, {nan} NaN, {inf} infinite</source>
        <translation>{name}: 평균 {mean}, 표준 편차 {std}, 최솟값 {min}, 최댓값 {max}, 0인 값 {zeros}, 포화 {saturated}, NaN {nan}개, 무한대 {inf}개</translation>
    </message>
    <message>
        <source>{symbol}: {values}
mean {mean}
std {std}
min {min}
max {max}
quartiles ≈ {quartiles}
zeros {zeros} ({share})
saturated {flat} ({flat_share})
NaN {nan}, infinite {inf}</source>
        <translation>{symbol}: {values}
평균 {mean}
표준 편차 {std}
최솟값 {min}
최댓값 {max}
사분위수 ≈ {quartiles}
0인 값 {zeros}개 ({share})
포화 {flat}개 ({flat_share})
NaN {nan}개, 무한대 {inf}개</translation>
    </message>
    <message>
        <source>{symbol} from {low} to {high}: {values}, {share}</source>
        <translation>{symbol} {low} ~ {high}: {values}, {share}</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>값 1개</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>값 {count}개</translation>
    </message>
    <message>
        <source>Pinned run</source>
        <translation>기준 실행</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>0인 값</translation>
    </message>
    <message>
        <source>Output distributions</source>
        <translation>출력 분포</translation>
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
        <source>dashed: pinned</source>
        <translation>점선: 기준</translation>
    </message>
    <message>
        <source>dashed and in brackets: pinned</source>
        <translation>점선과 괄호: 기준</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}행</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>bars: log count</source>
        <translation>막대: 개수의 로그</translation>
    </message>
    <message>
        <source>bars: share of values</source>
        <translation>막대: 값의 비율</translation>
    </message>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
    <message>
        <source>value of a, after the activation</source>
        <translation>활성화 후 a의 값</translation>
    </message>
    <message>
        <source>value of z, before the activation</source>
        <translation>활성화 전 z의 값</translation>
    </message>
    <message>
        <source>pinned run</source>
        <translation>기준 실행</translation>
    </message>
    <message>
        <source>one layer of {number} is drawn</source>
        <translation>층 {number}개마다 하나씩 그림</translation>
    </message>
    <message>
        <source>Pinned: change the stack and run again</source>
        <translation>기준을 정했습니다. 블록을 바꾸고 다시 실행하세요</translation>
    </message>
    <message>
        <source>dashed and in brackets: the pinned run</source>
        <translation>점선과 괄호: 기준 실행</translation>
    </message>
    <message>
        <source>{now} (pinned, dashed: {before})</source>
        <translation>{now} (기준, 점선: {before})</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>층 {count}개</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>층 1개</translation>
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
    <name>DrawingPad</name>
    <message>
        <source>Draw a sample</source>
        <translation>샘플 그리기</translation>
    </message>
    <message>
        <source>What you draw is the sample that every panel shows.</source>
        <translation>그린 그림이 모든 패널에 보이는 샘플이 됩니다.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>캔버스</translation>
    </message>
    <message>
        <source>Left button draws, right button rubs out; or arrow keys to move, space bar to draw, Backspace to rub out</source>
        <translation>왼쪽 버튼으로 그리고 오른쪽 버튼으로 지웁니다. 화살표 키로 옮기고 스페이스 키로 그리고 Backspace로 지울 수도 있습니다</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>펜</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>펜의 굵기</translation>
    </message>
    <message>
        <source>Width of the pen, in pixels of the picture</source>
        <translation>그림의 픽셀로 나타낸 펜의 굵기</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>색…</translation>
    </message>
    <message>
        <source>Colour of the pen</source>
        <translation>펜의 색</translation>
    </message>
    <message>
        <source>Begin with the sample</source>
        <translation>샘플에서 시작</translation>
    </message>
    <message>
        <source>Draw upon the sample looked at last</source>
        <translation>마지막으로 본 샘플 위에 그립니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Make the whole picture black</source>
        <translation>그림 전체를 검게 지웁니다</translation>
    </message>
    <message>
        <source>What the stack makes of the drawing</source>
        <translation>그린 그림에 대한 쌓은 블록의 출력</translation>
    </message>
</context>
<context>
    <name>EmptyData</name>
    <message>
        <source>There are no data yet. Drop a file or a folder on the window, or begin with one of these.</source>
        <translation>아직 데이터가 없습니다. 파일이나 폴더를 창에 끌어다 놓거나 다음 중 하나로 시작하세요.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a panel</source>
        <translation>패널 내보내기</translation>
    </message>
    <message>
        <source>The panel to export</source>
        <translation>내보낼 패널</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>그림(PNG)</translation>
    </message>
    <message>
        <source>Drawing that can be scaled (SVG)</source>
        <translation>크기를 바꿔도 선명한 그림(SVG)</translation>
    </message>
    <message>
        <source>The numbers behind it (CSV)</source>
        <translation>그림에 쓰인 숫자(CSV)</translation>
    </message>
    <message>
        <source>What kind of file</source>
        <translation>파일의 종류</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>How many pixels of the picture stand for one of the screen</source>
        <translation>화면의 1픽셀을 그림의 몇 픽셀로 나타낼지 정합니다</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>As</source>
        <translation>형식</translation>
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
    <name>FileTasks</name>
    <message>
        <source>{name} has not answered for {seconds} seconds: its disk or its network may be away. It is still waited for; press Esc to give it up.</source>
        <translation>{name}: {seconds}초 동안 응답이 없습니다. 디스크나 네트워크의 연결이 끊겼을 수 있습니다. 계속 기다리고 있으며 Esc를 누르면 그만둡니다.</translation>
    </message>
</context>
<context>
    <name>FindingsStrip</name>
    <message>
        <source>Warnings of the data</source>
        <translation>데이터 경고</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>다음 경고</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Dismiss this warning for these data</source>
        <translation>이 데이터에서는 이 경고를 다시 보이지 않습니다</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
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
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>mean of {rows:,} samples</source>
        <translation>샘플 {rows:,}개의 평균</translation>
    </message>
    <message>
        <source> of {rows:,}</source>
        <translation> / {rows:,}</translation>
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
        <source>lines: w</source>
        <translation>선: w</translation>
    </message>
    <message>
        <source>lines: w·x</source>
        <translation>선: w·x</translation>
    </message>
    <message>
        <source>What the lines show</source>
        <translation>선이 나타내는 것</translation>
    </message>
    <message>
        <source>The weights, or what each of them adds to z: the weight times the value that comes in</source>
        <translation>가중치, 또는 가중치마다 z에 더하는 값(가중치에 들어온 값을 곱한 값)</translation>
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
    <name>GraphEditing</name>
    <message>
        <source>Bias b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>가중치 w</translation>
    </message>
    <message>
        <source>Enter takes the number, Esc leaves it; up and down change it</source>
        <translation>Enter로 적용, Esc로 취소, ↑/↓로 값 바꾸기</translation>
    </message>
</context>
<context>
    <name>GraphFoot</name>
    <message>
        <source>Try {init}</source>
        <translation>{init} 써 보기</translation>
    </message>
    <message>
        <source>Draw the weights of all blocks with {init} and run forward; Undo brings these back</source>
        <translation>모든 블록의 가중치를 {init} 방식으로 다시 뽑고 순전파를 실행합니다. 실행 취소로 되돌릴 수 있습니다</translation>
    </message>
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
        <source>line: contribution w·x − / +</source>
        <translation>선: 기여 w·x − / +</translation>
    </message>
    <message>
        <source>line: weight w − / +</source>
        <translation>선: 가중치 w − / +</translation>
    </message>
    <message>
        <source>map: all weights − 0 +</source>
        <translation>히트맵: 모든 가중치 − 0 +</translation>
    </message>
    <message>
        <source>Line: a weight w, or its contribution w·x; blue above zero, orange below, thin grey at zero; the widest of a layer is its largest size, which stands at ▬.
Heat map: every weight of a layer, its inputs along the side of the earlier column; a cell shows the weight of largest size in it; full colour is the largest, which stands at ■.
Fill: a neuron&apos;s value a (x at the input); full colour is the largest |value| of its column, or the bound of its activation, and stands at ●. White is zero.
Picture: a neuron&apos;s value a over the plane of both inputs, blue above zero, orange below, white at zero; full colour is the bound of its activation, or the largest |a|.
Ring: its bias b; the widest ring is the largest |b|.
Red: NaN or infinity.</source>
        <translation>선: 가중치 w 또는 그 기여 w·x. 0보다 크면 파랑, 작으면 주황, 0이면 가는 회색이며 층에서 가장 굵은 선의 절댓값이 가장 큽니다. 그 값은 ▬ 옆에 있습니다.
히트맵: 층의 모든 가중치. 입력은 앞 열과 같은 방향으로 놓이며, 칸에는 그 안에서 절댓값이 가장 큰 가중치를 보여 줍니다. 가장 진한 색은 가장 큰 값이며, 그 값은 ■ 옆에 있습니다.
채움: 뉴런의 값 a (입력에서는 x). 가장 진한 색은 그 열에서 가장 큰 |값| 또는 활성화 함수의 한계값이며, 그 값은 ● 옆에 있습니다. 흰색은 0입니다.
그림: 두 입력의 평면에서 뉴런의 값 a. 0보다 크면 파랑, 작으면 주황, 0이면 흰색입니다. 가장 진한 색은 활성화 함수의 한계값 또는 가장 큰 |a|입니다.
고리: 편향 b. 가장 굵은 고리가 가장 큰 |b|입니다.
빨강: NaN 또는 무한대.</translation>
    </message>
    <message>
        <source>width: |w·x|, widest at ▬</source>
        <translation>굵기: |w·x|, 최대 ▬</translation>
    </message>
    <message>
        <source>width: |w·x| in its layer</source>
        <translation>굵기: 층 안의 |w·x|</translation>
    </message>
    <message>
        <source>width: |w|, widest at ▬</source>
        <translation>굵기: |w|, 최대 ▬</translation>
    </message>
    <message>
        <source>width: |w| in its layer</source>
        <translation>굵기: 층 안의 |w|</translation>
    </message>
    <message>
        <source>picture: a over the input plane − 0 +</source>
        <translation>그림: 입력 평면의 a − 0 +</translation>
    </message>
    <message>
        <source>fill: a of the sample − 0 +</source>
        <translation>채움: 샘플의 a − 0 +</translation>
    </message>
    <message>
        <source>fill: a of the sample − 0 +, full at ●</source>
        <translation>채움: 샘플의 a − 0 +, 최대 ●</translation>
    </message>
    <message>
        <source>fill: mean a − 0 +</source>
        <translation>채움: a의 평균 − 0 +</translation>
    </message>
    <message>
        <source>fill: mean a − 0 +, full at ●</source>
        <translation>채움: a의 평균 − 0 +, 최대 ●</translation>
    </message>
    <message>
        <source>ring: bias b − / +</source>
        <translation>고리: 편향 b − / +</translation>
    </message>
</context>
<context>
    <name>GraphMenu</name>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>View of the graph</source>
        <translation>그래프 보기</translation>
    </message>
    <message>
        <source>Direction, wide layers, lines or heat map, and the number of lines</source>
        <translation>방향, 넓은 층, 선 또는 히트맵, 선의 개수</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Wide layers show</source>
        <translation>넓은 층에서 보일 뉴런</translation>
    </message>
    <message>
        <source>Weights of a layer</source>
        <translation>층의 가중치</translation>
    </message>
    <message>
        <source>Strongest lines into each neuron</source>
        <translation>뉴런마다 가장 강한 선</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>왼쪽에서 오른쪽으로</translation>
    </message>
    <message>
        <source>Bottom to top, as the bricks</source>
        <translation>블록처럼 아래에서 위로</translation>
    </message>
    <message>
        <source>The first and the last neurons</source>
        <translation>처음과 마지막 뉴런</translation>
    </message>
    <message>
        <source>The neurons of largest |a|</source>
        <translation>|a|가 가장 큰 뉴런</translation>
    </message>
    <message>
        <source>The neurons of largest Σ|w|</source>
        <translation>Σ|w|가 가장 큰 뉴런</translation>
    </message>
    <message>
        <source>Those strongest connected to the selected neuron</source>
        <translation>선택한 뉴런과 가장 강하게 연결된 뉴런</translation>
    </message>
    <message>
        <source>Lines, or a heat map beyond 10,000 weights</source>
        <translation>선(가중치가 10,000개를 넘으면 히트맵)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>선</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>As many as can be told apart</source>
        <translation>구별할 수 있는 만큼</translation>
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
        <source>mean (N = {rows:,})</source>
        <translation>평균 (N = {rows:,})</translation>
    </message>
    <message>
        <source>{layer} neuron {number}</source>
        <translation>{layer} 뉴런 {number}</translation>
    </message>
    <message>
        <source>Drag up or down to change it (Shift for finer steps), or click to type a number.</source>
        <translation>위아래로 끌어 바꾸거나(Shift를 누르면 더 세밀하게) 클릭해서 숫자를 입력합니다.</translation>
    </message>
    <message>
        <source>{count:,} neurons are left out here: click, or press PgUp and PgDn, to see others.</source>
        <translation>여기에 뉴런 {count:,}개가 생략되었습니다. 클릭하거나 PgUp, PgDn을 누르면 다른 뉴런이 보입니다.</translation>
    </message>
    <message>
        <source>{edges}: the largest |{symbol}| of {count:,}</source>
        <translation>{edges}: {count:,}개 중 가장 큰 |{symbol}|</translation>
    </message>
    <message>
        <source>mean of the samples {first:,}–{last:,}</source>
        <translation>샘플 {first:,}–{last:,}의 평균</translation>
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
        <source>Weights are being drawn …</source>
        <translation>가중치를 뽑는 중…</translation>
    </message>
    <message>
        <source>Weights appear after Run forward (F5).</source>
        <translation>가중치는 순전파 실행(F5) 후에 나타납니다.</translation>
    </message>
    <message>
        <source>Heat maps: all {maps:,} weights.</source>
        <translation>히트맵: 가중치 {maps:,}개 모두.</translation>
    </message>
    <message>
        <source>Run forward (F5) fills the neurons.</source>
        <translation>순전파 실행(F5)을 누르면 뉴런이 채워집니다.</translation>
    </message>
    <message>
        <source>Lines: the strongest {drawn:,} of {all:,}, with {share} of {sum}.</source>
        <translation>선: {all:,}개 중 가장 강한 {drawn:,}개, {sum}의 {share}.</translation>
    </message>
    <message>
        <source>Lines: the {drawn:,} between them of {all:,}, with {share} of {sum}.</source>
        <translation>선: {all:,}개 중 그 사이의 {drawn:,}개, {sum}의 {share}.</translation>
    </message>
    <message>
        <source>Lines: all {all:,} weights.</source>
        <translation>선: 가중치 {all:,}개 모두.</translation>
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
    <message>
        <source>Every output is near {value}: weights this small let z fade (std {deviations}).</source>
        <translation>모든 출력이 {value} 근처입니다. 가중치가 너무 작아 z가 사라집니다(표준 편차 {deviations}).</translation>
    </message>
    <message>
        <source>Other initialisers keep the signal alive: try glorot_normal, he_normal or standard_normal on the bricks, or switch Live on and drag the scale of an initialiser in the Inspector.</source>
        <translation>다른 가중치 초기화는 신호를 유지합니다. 블록에서 glorot_normal, he_normal, standard_normal을 써 보거나, 실시간을 켜고 인스펙터에서 초기화의 배율을 끌어 보세요.</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>z, before</source>
        <translation>z, 활성화 전</translation>
    </message>
    <message>
        <source>a, after</source>
        <translation>a, 활성화 후</translation>
    </message>
</context>
<context>
    <name>HistogramsView</name>
    <message>
        <source>Histograms of every layer</source>
        <translation>층마다의 히스토그램</translation>
    </message>
    <message>
        <source>Rest the pointer on a layer or press Space for every number; click or ←/→ to select it</source>
        <translation>층에 포인터를 올리거나 스페이스 키를 누르면 모든 수치 보기, 클릭이나 ←/→로 선택</translation>
    </message>
</context>
<context>
    <name>InitScale</name>
    <message>
        <source>Scale of the initial weights</source>
        <translation>초기 가중치의 배율</translation>
    </message>
    <message>
        <source>Drag to scale the weights that are drawn (logarithmic, 0.001 to 10)</source>
        <translation>끌어서 뽑는 가중치의 크기를 바꿉니다(로그 눈금, 0.001 ~ 10)</translation>
    </message>
    <message>
        <source>Scale of the initial weights as a number</source>
        <translation>초기 가중치의 배율(숫자)</translation>
    </message>
    <message>
        <source>Any number; the arrow keys change it</source>
        <translation>숫자를 입력하거나 화살표 키로 바꿉니다</translation>
    </message>
</context>
<context>
    <name>InspectorBar</name>
    <message>
        <source>sample </source>
        <translation>샘플 </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to the neuron before (Backspace)</source>
        <translation>앞서 본 뉴런으로 돌아갑니다 (Backspace)</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Row of the data whose numbers are shown, counted from 0 (←/→)</source>
        <translation>숫자를 보여 줄 데이터의 행, 0부터 셉니다 (←/→)</translation>
    </message>
    <message>
        <source>e.g. sample </source>
        <translation>예: 샘플 </translation>
    </message>
    <message>
        <source>e.g. #</source>
        <translation>예:</translation>
    </message>
    <message>
        <source>The other panels show the mean of all; another number chooses a sample in all</source>
        <translation>다른 패널은 전체 평균을 보여 줍니다. 다른 번호를 고르면 모든 패널에서 그 샘플이 선택됩니다</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>크기순</translation>
    </message>
    <message>
        <source>Sort the terms by size</source>
        <translation>항을 크기순으로 정렬</translation>
    </message>
    <message>
        <source>Terms sorted by |w·x|; switched off, in the order of the inputs</source>
        <translation>항을 |w·x| 순으로 정렬합니다. 끄면 입력 순서대로 보여 줍니다</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy all of this as text, with every digit (Ctrl+C)</source>
        <translation>모든 내용을 모든 자릿수까지 텍스트로 복사합니다 (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Parameters: {sum}</source>
        <translation>매개변수: {sum}</translation>
    </message>
    <message>
        <source>Weights: {init}, {formula}</source>
        <translation>가중치: {init}, {formula}</translation>
    </message>
    <message>
        <source>Activation: {definition}</source>
        <translation>활성화 함수: {definition}</translation>
    </message>
    <message>
        <source>Given (edited, imported or frozen): seed and init do not change them</source>
        <translation>주어진 값(편집, 가져오기 또는 고정): 시드나 초기화를 바꿔도 그대로입니다</translation>
    </message>
    <message>
        <source>Drawn from seed {seed}</source>
        <translation>시드 {seed}에서 뽑음</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to draw the weights and see how they are spread.</source>
        <translation>순전파 실행(F5)을 누르면 가중치를 뽑아 어떻게 퍼져 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
    <message>
        <source>{name}: all {count:,} values are {value}</source>
        <translation>{name}: 값 {count:,}개 모두 {value}</translation>
    </message>
    <message>
        <source>{name}: 1 value, {value}</source>
        <translation>{name}: 값 1개, {value}</translation>
    </message>
    <message>
        <source>{name}: {count:,} values</source>
        <translation>{name}: 값 {count:,}개</translation>
    </message>
    <message>
        <source>mean {mean} · std {std} · min {min} · max {max}</source>
        <translation>평균 {mean} · 표준 편차 {std} · 최솟값 {min} · 최댓값 {max}</translation>
    </message>
    <message>
        <source>These numbers are of {counted:,} evenly spaced values of {size:,}.</source>
        <translation>값 {size:,}개 중 고른 간격으로 뽑은 {counted:,}개의 수치입니다.</translation>
    </message>
    <message>
        <source>Left out: {count:,} NaN or infinite.</source>
        <translation>제외: NaN 또는 무한대 {count:,}개.</translation>
    </message>
    <message>
        <source>{init} would draw with std {promised}; these given weights: {std}</source>
        <translation>{init}에서 뽑을 때의 표준 편차 {promised}, 주어진 가중치: {std}</translation>
    </message>
    <message>
        <source>{init} promises std {promised}; these weights: {std}</source>
        <translation>{init}의 이론상 표준 편차 {promised}, 이 가중치: {std}</translation>
    </message>
    <message>
        <source>({count:,} more: {sum})</source>
        <translation>(외 {count:,}개: {sum})</translation>
    </message>
    <message>
        <source>Counting the values of this neuron in all samples…</source>
        <translation>모든 샘플에서 이 뉴런의 값을 세는 중…</translation>
    </message>
    <message>
        <source>z of this neuron</source>
        <translation>이 뉴런의 z</translation>
    </message>
    <message>
        <source>z = a of this neuron</source>
        <translation>이 뉴런의 z = a</translation>
    </message>
    <message>
        <source>a of this neuron</source>
        <translation>이 뉴런의 a</translation>
    </message>
    <message>
        <source>Scores z and probabilities a, {shown} of {all:,}</source>
        <translation>점수 z와 확률 a, {all:,}개 중 {shown}개</translation>
    </message>
    <message>
        <source>Scores z and probabilities a of this row</source>
        <translation>이 행의 점수 z와 확률 a</translation>
    </message>
    <message>
        <source>1 feature: x has shape (N, 1). Click it to see its value.</source>
        <translation>특징 1개: x의 형상은 (N, 1)입니다. 클릭하면 값이 보입니다.</translation>
    </message>
    <message>
        <source>x of this feature</source>
        <translation>이 특징의 x</translation>
    </message>
    <message>
        <source>Counting the values of this feature in all samples…</source>
        <translation>모든 샘플에서 이 특징의 값을 세는 중…</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to see its place among the values of all samples.</source>
        <translation>순전파 실행(F5)을 누르면 모든 샘플의 값 사이에서 차지하는 위치가 보입니다.</translation>
    </message>
    <message>
        <source>There is no other value to compare with.</source>
        <translation>비교할 다른 값이 없습니다.</translation>
    </message>
    <message>
        <source>All {count:,} values are {value}.</source>
        <translation>값 {count:,}개가 모두 {value}입니다.</translation>
    </message>
    <message>
        <source>{symbol} is 0, as are {share} of {count:,} values.</source>
        <translation>{symbol} 값은 0이며, {count:,}개 중 {share}가 0입니다.</translation>
    </message>
    <message>
        <source>No sample has a larger {symbol}.</source>
        <translation>{symbol} 값이 더 큰 샘플은 없습니다.</translation>
    </message>
    <message>
        <source>No sample has a smaller {symbol}.</source>
        <translation>{symbol} 값이 더 작은 샘플은 없습니다.</translation>
    </message>
    <message>
        <source>{symbol} is larger than {low} to {high} of {count:,} values.</source>
        <translation>{symbol} 값은 {count:,}개 중 {low} ~ {high}보다 큽니다.</translation>
    </message>
    <message>
        <source>{symbol} is larger than about {share} of {count:,} values.</source>
        <translation>{symbol} 값은 {count:,}개 중 약 {share}보다 큽니다.</translation>
    </message>
    <message>
        <source>{symbol} is larger than {share} of {count:,} values.</source>
        <translation>{symbol} 값은 {count:,}개 중 {share}보다 큽니다.</translation>
    </message>
    <message>
        <source>● Mean {mean}, std {std}.</source>
        <translation>● 평균 {mean}, 표준 편차 {std}.</translation>
    </message>
    <message>
        <source>● Mean {mean}, std {std}; {symbol} lies {count} std above.</source>
        <translation>● 평균 {mean}, 표준 편차 {std}. {symbol} 값은 평균보다 표준 편차의 {count}배만큼 큽니다.</translation>
    </message>
    <message>
        <source>● Mean {mean}, std {std}; {symbol} lies {count} std below.</source>
        <translation>● 평균 {mean}, 표준 편차 {std}. {symbol} 값은 평균보다 표준 편차의 {count}배만큼 작습니다.</translation>
    </message>
    <message>
        <source>mean {mean}, std {std}, min {min}, max {max}</source>
        <translation>평균 {mean}, 표준 편차 {std}, 최솟값 {min}, 최댓값 {max}</translation>
    </message>
    <message>
        <source>This number comes from the data: nothing is computed before it.</source>
        <translation>데이터에 있는 숫자입니다. 이 앞에는 계산이 없습니다.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
    </message>
    <message>
        <source>Click a neuron in the graph, a brick, or a cell in the matrices.</source>
        <translation>그래프의 뉴런, 블록 또는 행렬의 칸을 클릭하세요.</translation>
    </message>
    <message>
        <source>Formulas of the neuron</source>
        <translation>뉴런의 수식</translation>
    </message>
    <message>
        <source>The block in words</source>
        <translation>블록의 설명</translation>
    </message>
    <message>
        <source>How its weights are spread</source>
        <translation>가중치의 분포</translation>
    </message>
    <message>
        <source>Press Run forward (F5), or choose a sample, to see why this neuron has its value.</source>
        <translation>순전파 실행(F5)을 누르거나 샘플을 고르면 이 뉴런의 값이 어떻게 나왔는지 보입니다.</translation>
    </message>
    <message>
        <source>{features:,} features: x has shape (N, {features}). Click one of them to see its value.</source>
        <translation>특징 {features:,}개: x의 형상은 (N, {features})입니다. 하나를 클릭하면 값이 보입니다.</translation>
    </message>
    <message>
        <source>{title} · out of date</source>
        <translation>{title} · 이전 결과</translation>
    </message>
    <message>
        <source>bias b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>b = {value}
Double-click or B: change it</source>
        <translation>b = {value}
두 번 클릭 또는 B: 값 바꾸기</translation>
    </message>
    <message>
        <source>{name}
x = {x}
w = {w}
w·x = {product}
Click: where does this x come from?
Double-click w: change it</source>
        <translation>{name}
x = {x}
w = {w}
w·x = {product}
클릭: 이 x는 어디에서 왔을까요?
w를 두 번 클릭: 값 바꾸기</translation>
    </message>
    <message>
        <source>neuron {number}</source>
        <translation>뉴런 {number}</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The largest of {terms:,} terms carries {share} of Σ|w·x|.</source>
        <translation>항 {terms:,}개 중 가장 큰 항이 Σ|w·x|의 {share}를 차지합니다.</translation>
    </message>
    <message>
        <source>The {count:,} largest of {terms:,} terms carry {share} of Σ|w·x|.</source>
        <translation>항 {terms:,}개 중 가장 큰 {count:,}개가 Σ|w·x|의 {share}를 차지합니다.</translation>
    </message>
    <message>
        <source>{name}, 1 value: {mean}</source>
        <translation>{name}, 값 1개: {mean}</translation>
    </message>
    <message>
        <source>{name}, {count:,} values: mean {mean}, std {std}, min {min}, max {max}</source>
        <translation>{name}, 값 {count:,}개: 평균 {mean}, 표준 편차 {std}, 최솟값 {min}, 최댓값 {max}</translation>
    </message>
</context>
<context>
    <name>LinkField</name>
    <message>
        <source>Choose among the columns</source>
        <translation>열에서 고르기</translation>
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
        <source>Matrices</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>Input plane</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
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
    <message>
        <source>Minibatch {done} of {total}</source>
        <translation>미니배치 {done}/{total}</translation>
    </message>
    <message>
        <source>Copied: {panel}, as a picture and as a table.</source>
        <translation>그림과 표로 복사했습니다: {panel}</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>내보냈습니다: {path}</translation>
    </message>
</context>
<context>
    <name>MatricesControls</name>
    <message>
        <source>Samples in rows</source>
        <translation>행마다 샘플</translation>
    </message>
    <message>
        <source>Samples in columns</source>
        <translation>열마다 샘플</translation>
    </message>
    <message>
        <source>How samples stand</source>
        <translation>샘플의 방향</translation>
    </message>
    <message>
        <source>Samples in rows: Z = X·W + b; samples in columns: Z = (Xᵀ·W + Bᵀ)ᵀ. The numbers are the same</source>
        <translation>행마다 샘플: Z = X·W + b, 열마다 샘플: Z = (Xᵀ·W + Bᵀ)ᵀ. 숫자는 같습니다</translation>
    </message>
    <message>
        <source>Previous minibatch</source>
        <translation>이전 미니배치</translation>
    </message>
    <message>
        <source>Previous minibatch (Page Up)</source>
        <translation>이전 미니배치 (Page Up)</translation>
    </message>
    <message>
        <source>Next minibatch</source>
        <translation>다음 미니배치</translation>
    </message>
    <message>
        <source>Next minibatch (Page Down)</source>
        <translation>다음 미니배치 (Page Down)</translation>
    </message>
    <message>
        <source>Smaller cells</source>
        <translation>칸 작게</translation>
    </message>
    <message>
        <source>Smaller cells (−, or Ctrl and the wheel)</source>
        <translation>칸 작게 (− 또는 Ctrl+휠)</translation>
    </message>
    <message>
        <source>Larger cells</source>
        <translation>칸 크게</translation>
    </message>
    <message>
        <source>Larger cells (+, or Ctrl and the wheel)</source>
        <translation>칸 크게 (+ 또는 Ctrl+휠)</translation>
    </message>
</context>
<context>
    <name>MatricesPanel</name>
    <message>
        <source>Matrices</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to see the numbers.</source>
        <translation>순전파 실행(F5)을 누르면 숫자가 보입니다.</translation>
    </message>
    <message>
        <source>Add a Dense block and press Run forward (F5) to see its numbers.</source>
        <translation>Dense 블록을 추가하고 순전파 실행(F5)을 누르면 숫자가 보입니다.</translation>
    </message>
    <message>
        <source>rows {first:,}–{last:,} of {all:,}</source>
        <translation>{all:,}행 중 {first:,}–{last:,}</translation>
    </message>
    <message>
        <source>row {first:,} of {all:,}</source>
        <translation>{all:,}행 중 {first:,}</translation>
    </message>
    <message>
        <source>Out of date: press Run forward (F5)</source>
        <translation>이전 결과: 순전파 실행(F5)을 누르세요</translation>
    </message>
    <message>
        <source>Matrices of {layer}: {shapes}; {status}.</source>
        <translation>{layer}의 행렬: {shapes}; {status}.</translation>
    </message>
    <message>
        <source>A of {layer}</source>
        <translation>{layer}의 A</translation>
    </message>
    <message>
        <source>each column of A sums to 1</source>
        <translation>A의 각 열의 합은 1</translation>
    </message>
    <message>
        <source>each row of A sums to 1</source>
        <translation>A의 각 행의 합은 1</translation>
    </message>
    <message>
        <source>1 more term</source>
        <translation>항 1개 더</translation>
    </message>
    <message>
        <source>{count} more terms</source>
        <translation>항 {count}개 더</translation>
    </message>
</context>
<context>
    <name>MatricesView</name>
    <message>
        <source>Matrices X, W, b, Z and A</source>
        <translation>행렬 X, W, b, Z, A</translation>
    </message>
    <message>
        <source>Point at a cell of Z to see its sum; click or use the arrow keys to select it; Space tells every digit; +, − or Ctrl+wheel zoom, F fits; Page Up and Page Down change the minibatch</source>
        <translation>Z의 칸을 가리키면 합 보기, 클릭이나 화살표 키로 선택, 스페이스 키로 모든 자릿수 보기, +, − 또는 Ctrl+휠로 확대·축소, F로 맞춤, Page Up과 Page Down으로 미니배치 바꾸기</translation>
    </message>
    <message>
        <source>The sum behind the cell</source>
        <translation>칸의 값이 되는 합</translation>
    </message>
    <message>
        <source>Scroll the inner dimension</source>
        <translation>안쪽 차원 스크롤</translation>
    </message>
    <message>
        <source>Scroll the columns of Z and A</source>
        <translation>Z와 A의 열 스크롤</translation>
    </message>
    <message>
        <source>Scroll the rows of Z and A</source>
        <translation>Z와 A의 행 스크롤</translation>
    </message>
</context>
<context>
    <name>NeuronsView</name>
    <message>
        <source>Mean and spread of each neuron</source>
        <translation>뉴런마다의 평균과 퍼진 정도</translation>
    </message>
    <message>
        <source>Click or press ←/→ to select a neuron; drag and wheel or +/− zoom, Home shows all</source>
        <translation>클릭이나 ←/→로 뉴런 선택, 끌기와 휠 또는 +/−로 확대·축소, Home으로 전체 보기</translation>
    </message>
    <message>
        <source>Means of all neurons of all layers</source>
        <translation>모든 층 모든 뉴런의 평균</translation>
    </message>
    <message>
        <source>A cell for each neuron: blue a positive mean, orange a negative one, red zero in every row</source>
        <translation>뉴런마다 한 칸: 파랑은 양수 평균, 주황은 음수 평균, 빨강은 모든 행에서 0</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>neuron of {layer}</source>
        <translation>{layer}의 뉴런</translation>
    </message>
    <message>
        <source>mean ± std of {symbol}</source>
        <translation>{symbol}의 평균 ± 표준 편차</translation>
    </message>
    <message>
        <source>mean, line ± std</source>
        <translation>평균, 선은 ± 표준 편차</translation>
    </message>
    <message>
        <source>{count} dead of {units}</source>
        <translation>{units}개 중 죽은 뉴런 {count}개</translation>
    </message>
    <message>
        <source>{count} without a finite value</source>
        <translation>유한한 값 없음 {count}개</translation>
    </message>
    <message>
        <source>zeros, 0–100 %</source>
        <translation>0인 값, 0–100 %</translation>
    </message>
    <message>
        <source>pinned run</source>
        <translation>기준 실행</translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}
mean {mean}
std {std}
zeros {zeros}</source>
        <translation>{layer}, 뉴런 {unit}
평균 {mean}
표준 편차 {std}
0인 값 {zeros}</translation>
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
    <name>NumberEditor</name>
    <message>
        <source>New value</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>Type a number; Enter takes it, Esc leaves it as it was</source>
        <translation>숫자를 입력하고 Enter로 적용, Esc로 취소합니다</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Low</source>
        <translation>낮은 값</translation>
    </message>
    <message>
        <source>High</source>
        <translation>높은 값</translation>
    </message>
    <message>
        <source>Divisor</source>
        <translation>나누는 값</translation>
    </message>
    <message>
        <source>Type a number and press Enter</source>
        <translation>숫자를 입력하고 Enter를 누르세요</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>confidence</source>
        <translation>확신도</translation>
    </message>
    <message>
        <source>share of rows</source>
        <translation>행의 비율</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>예측한 클래스</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>share of values</source>
        <translation>값의 비율</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Click a cell to go through its samples</source>
        <translation>칸을 클릭하면 해당 샘플을 차례로 봅니다</translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation>입력과 출력</translation>
    </message>
    <message>
        <source>Click or press ↑/↓ to select a sample</source>
        <translation>클릭이나 ↑/↓로 샘플 선택</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>빈도</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>h: output of a hidden neuron</source>
        <translation>h: 은닉 뉴런의 출력</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>{label} predicted as {predicted}: {count} of {total} rows ({share})</source>
        <translation>레이블 {label}, 예측 {predicted}: {total}행 중 {count}행 ({share})</translation>
    </message>
    <message>
        <source>{label} predicted as {predicted}: {count} of 1 row ({share})</source>
        <translation>레이블 {label}, 예측 {predicted}: 1행 중 {count}행 ({share})</translation>
    </message>
    <message>
        <source>Counting the outputs: {share}</source>
        <translation>출력을 세는 중: {share}</translation>
    </message>
    <message>
        <source>Add a Dense block: the last one gives the outcome.</source>
        <translation>Dense 블록을 추가하세요. 마지막 블록의 출력이 결과입니다.</translation>
    </message>
    <message>
        <source>{right} of {rows} rows give their label</source>
        <translation>{rows}행 중 {right}행이 레이블과 일치</translation>
    </message>
    <message>
        <source>{right} of 1 row gives its label</source>
        <translation>1행 중 {right}행이 레이블과 일치</translation>
    </message>
    <message>
        <source>outputs are numbers: mean {mean}, std {std}, from {low} to {high}</source>
        <translation>출력은 숫자: 평균 {mean}, 표준 편차 {std}, {low} ~ {high}</translation>
    </message>
    <message>
        <source>the target is one number: compare it with one output</source>
        <translation>정답은 숫자 하나: 출력이 하나일 때 비교할 수 있음</translation>
    </message>
    <message>
        <source>no labels to compare with</source>
        <translation>비교할 레이블 없음</translation>
    </message>
    <message>
        <source>the labels are names, no numbers to compare with</source>
        <translation>레이블이 이름이라 비교할 숫자 없음</translation>
    </message>
    <message>
        <source>accuracy {share} · {correct} of {rows} right</source>
        <translation>정확도 {share} · {rows}행 중 {correct}행 맞음</translation>
    </message>
    <message>
        <source>mean confidence {share}</source>
        <translation>평균 확신도 {share}</translation>
    </message>
    <message>
        <source>predicted: {counts}</source>
        <translation>예측: {counts}</translation>
    </message>
    <message>
        <source>1 row without a class (NaN)</source>
        <translation>클래스가 없는 행 1개 (NaN)</translation>
    </message>
    <message>
        <source>{count} rows without a class (NaN)</source>
        <translation>클래스가 없는 행 {count}개 (NaN)</translation>
    </message>
    <message>
        <source>the labels have {labels} classes, the last layer tells {classes} apart</source>
        <translation>레이블의 클래스는 {labels}개, 마지막 층이 구별하는 클래스는 {classes}개</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>클래스 {number}</translation>
    </message>
    <message>
        <source>error to the target: RMSE {rmse}, mean absolute {mae}, R² {r2}</source>
        <translation>정답과의 오차: RMSE {rmse}, 평균 절대 오차 {mae}, R² {r2}</translation>
    </message>
    <message>
        <source>input {number}: {name}</source>
        <translation>입력 {number}: {name}</translation>
    </message>
    <message>
        <source>hidden neuron {number}: its output a</source>
        <translation>은닉 뉴런 {number}: 출력 a</translation>
    </message>
    <message>
        <source>output neuron {number}: its output a</source>
        <translation>출력 뉴런 {number}: 출력 a</translation>
    </message>
    <message>
        <source>the label in the data</source>
        <translation>데이터의 레이블</translation>
    </message>
</context>
<context>
    <name>OverlaidView</name>
    <message>
        <source>Histograms of all layers in one plot</source>
        <translation>한 그래프에 그린 모든 층의 히스토그램</translation>
    </message>
    <message>
        <source>log count, highest = 1</source>
        <translation>개수의 로그, 가장 높은 것 = 1</translation>
    </message>
    <message>
        <source>share, highest bin = 1</source>
        <translation>비율, 가장 높은 구간 = 1</translation>
    </message>
    <message>
        <source>log count</source>
        <translation>개수의 로그</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search the bricks</source>
        <translation>블록 검색</translation>
    </message>
    <message>
        <source>Bricks to add</source>
        <translation>추가할 블록</translation>
    </message>
    <message>
        <source>Type a part of the name or formula; Enter adds the first block</source>
        <translation>이름이나 식의 일부를 입력하고 Enter를 누르면 첫 블록을 추가합니다</translation>
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
    <name>ParameterRows</name>
    <message>
        <source>Drag, use the arrow keys, or type a number; the curve follows</source>
        <translation>끌거나 화살표 키를 쓰거나 숫자를 입력하면 곡선이 따라 바뀝니다</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>Pictures of the data</source>
        <translation>데이터의 그림</translation>
    </message>
    <message>
        <source>Click a picture, or choose it with the arrow keys, to look at it; + and − for its size</source>
        <translation>그림을 클릭하거나 화살표 키로 골라 봅니다. +와 −로 크기를 바꿉니다</translation>
    </message>
</context>
<context>
    <name>PlaneEmpty</name>
    <message>
        <source>Choose columns…</source>
        <translation>열 선택…</translation>
    </message>
    <message>
        <source>Keep two columns of the data, which then span the plane</source>
        <translation>데이터에서 평면을 이룰 두 열만 남깁니다</translation>
    </message>
</context>
<context>
    <name>PlanePanel</name>
    <message>
        <source>a of {neuron}</source>
        <translation>{neuron}의 a</translation>
    </message>
    <message>
        <source>Input plane</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>Point to read values (or arrow keys); click a sample to choose it (Enter); wheel or +/− zooms, double-click or Home shows all</source>
        <translation>가리키면 값 읽기(또는 화살표 키), 샘플을 클릭하면 선택(Enter), 휠이나 +/−로 확대·축소, 두 번 클릭이나 Home으로 전체 보기</translation>
    </message>
    <message>
        <source>Answer of the neuron over the plane of both features</source>
        <translation>두 특징의 평면에서 뉴런의 출력</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>The neuron whose answer is drawn</source>
        <translation>출력을 그릴 뉴런</translation>
    </message>
    <message>
        <source>being drawn anew …</source>
        <translation>다시 그리는 중…</translation>
    </message>
    <message>
        <source>{neuron} over {x} and {y}.</source>
        <translation>{x}, {y}에 따른 {neuron}.</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>클래스 {number}</translation>
    </message>
    <message>
        <source>most likely class</source>
        <translation>확률이 가장 큰 클래스</translation>
    </message>
    <message>
        <source>{layer} neuron {number}</source>
        <translation>{layer} 뉴런 {number}</translation>
    </message>
    <message>
        <source>Add a Dense block to see its answer over the plane of two input features here.</source>
        <translation>Dense 블록을 추가하면 두 입력 특징의 평면에서 블록의 출력이 여기에 보입니다.</translation>
    </message>
    <message>
        <source>Here every neuron shows its answer at each point of a plane. That takes exactly two input features; this network has {count}.

Choose two columns of your data, or set the input size on the base plate to 2.</source>
        <translation>여기에서는 평면의 모든 점에서 뉴런의 출력을 보여 줍니다. 그러려면 입력 특징이 꼭 2개여야 하는데 이 신경망은 {count}개입니다.

데이터에서 열을 2개 고르거나 바닥판의 입력 크기를 2로 바꾸세요.</translation>
    </message>
    <message>
        <source>With {count} weights this network is too large to be drawn over a plane.</source>
        <translation>가중치가 {count}개인 이 신경망은 너무 커서 평면에 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Press Run forward (F5): the weights of this large network are drawn then.</source>
        <translation>순전파 실행(F5)을 누르세요. 이 큰 신경망의 가중치는 그때 뽑습니다.</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>{drawn} of {rows} samples drawn, evenly picked</source>
        <translation>샘플 {rows}개 중 고르게 뽑은 {drawn}개</translation>
    </message>
    <message>
        <source>everywhere {low}</source>
        <translation>어디서나 {low}</translation>
    </message>
    <message>
        <source>nearly even: {low} to {high}</source>
        <translation>거의 일정: {low} ~ {high}</translation>
    </message>
    <message>
        <source>paler: less likely</source>
        <translation>옅을수록 낮은 확률</translation>
    </message>
</context>
<context>
    <name>PlayBar</name>
    <message>
        <source>Play the pass</source>
        <translation>순전파 재생</translation>
    </message>
    <message>
        <source>Step through the forward pass of one sample, down to the single multiply-and-add</source>
        <translation>샘플 하나의 순전파를 곱셈과 덧셈 하나까지 단계별로 따라갑니다</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>이 단계에서 하는 일</translation>
    </message>
    <message>
        <source>The step as a formula</source>
        <translation>이 단계의 수식</translation>
    </message>
    <message>
        <source>The numbers of this sample are being computed …</source>
        <translation>이 샘플의 숫자를 계산하는 중…</translation>
    </message>
    <message>
        <source>Add a Dense block to step through its forward pass here.</source>
        <translation>Dense 블록을 추가하면 여기에서 순전파를 단계별로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Press Run forward (F5) to step through the forward pass here.</source>
        <translation>순전파 실행(F5)을 누르면 여기에서 순전파를 단계별로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>What enters: {sample}, with {count} features.</source>
        <translation>입력: {sample}, 특징 {count}개.</translation>
    </message>
    <message>
        <source>All {units} neurons of {layer} at once: weighted sums z, then {activation}.</source>
        <translation>{layer}의 뉴런 {units}개를 한꺼번에 계산: 가중합 z, 그다음 {activation}.</translation>
    </message>
    <message>
        <source>Neuron {neuron} of {layer} adds its bias {bias}: z is {z}.</source>
        <translation>{layer} 뉴런 {neuron}: 편향 {bias} 값을 더하면 z = {z}입니다.</translation>
    </message>
    <message>
        <source>Neuron {neuron} of {layer} multiplies feature {source} ({x}) by its weight {w} and adds it: sum so far {sum}.</source>
        <translation>{layer} 뉴런 {neuron}: 특징 {source}의 값 {x}에 가중치 {w} 값을 곱해 더합니다. 지금까지의 합 {sum}.</translation>
    </message>
    <message>
        <source>Neuron {neuron} of {layer} multiplies neuron {source} of {before} ({x}) by its weight {w} and adds it: sum so far {sum}.</source>
        <translation>{layer} 뉴런 {neuron}: {before} 뉴런 {source}의 값 {x}에 가중치 {w} 값을 곱해 더합니다. 지금까지의 합 {sum}.</translation>
    </message>
    <message>
        <source>{activation} divides e^(z − max z) of neuron {neuron} by the sum over all {units} neurons of {layer}: a is {a}.</source>
        <translation>{activation}: 뉴런 {neuron}의 e^(z − max z) 값을 {layer} 뉴런 {units}개의 합으로 나누면 a = {a}입니다.</translation>
    </message>
    <message>
        <source>Neuron {neuron} of {layer} applies {activation} to z: a is {a}.</source>
        <translation>{layer} 뉴런 {neuron}: z에 {activation} 함수를 적용하면 a = {a}입니다.</translation>
    </message>
    <message>
        <source>The weighted sum of neuron {neuron} of {layer} is z = {z}; {activation} waits for those of all neurons.</source>
        <translation>{layer} 뉴런 {neuron}의 가중합은 z = {z}입니다. {activation} 함수에는 모든 뉴런의 가중합이 필요합니다.</translation>
    </message>
    <message>
        <source>The weighted sum of neuron {neuron} of {layer} is z = {z}; {activation} makes it a = {a}.</source>
        <translation>{layer} 뉴런 {neuron}의 가중합은 z = {z}이고, {activation} 함수를 적용하면 a = {a}입니다.</translation>
    </message>
</context>
<context>
    <name>PlayControls</name>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>일시 정지 (스페이스)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>재생 (스페이스)</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the start (Home)</source>
        <translation>처음으로 (Home)</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>Step back (Left)</source>
        <translation>한 단계 뒤로 (←)</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>한 단계 앞으로</translation>
    </message>
    <message>
        <source>Step forward (Right)</source>
        <translation>한 단계 앞으로 (→)</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>끝으로 (End)</translation>
    </message>
    <message>
        <source>Place in the pass</source>
        <translation>순전파의 위치</translation>
    </message>
    <message>
        <source>Go anywhere in the pass</source>
        <translation>순전파의 원하는 위치로 갑니다</translation>
    </message>
    <message>
        <source>Size of a step</source>
        <translation>단계의 크기</translation>
    </message>
    <message>
        <source>A step is a layer, a neuron, or one product</source>
        <translation>한 단계는 층, 뉴런 또는 곱 하나입니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Steps a second while playing</source>
        <translation>재생할 때 1초에 진행할 단계 수</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>Multiply and add</source>
        <translation>곱하고 더하기</translation>
    </message>
    <message>
        <source>{speed} / s</source>
        <translation>{speed} /초</translation>
    </message>
</context>
<context>
    <name>PreparationPage</name>
    <message>
        <source>The numbers go into the stack as they were read. Add a step to prepare them.</source>
        <translation>숫자가 읽은 그대로 입력으로 들어갑니다. 단계를 추가해 전처리하세요.</translation>
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
        <source>Digits: 64 → 32 → 16 → 10</source>
        <translation>손글씨 숫자: 64 → 32 → 16 → 10</translation>
    </message>
    <message>
        <source>Penguins: 11 → 16 → 8 → 1</source>
        <translation>펭귄: 11 → 16 → 8 → 1</translation>
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
        <source>Load folder</source>
        <translation>폴더 불러오기</translation>
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
        <source>Export</source>
        <translation>내보내기</translation>
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
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>MNIST and CIFAR</source>
        <translation>MNIST, CIFAR</translation>
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
        <source>Random and toy data</source>
        <translation>난수·연습 데이터</translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation>데이터 종류</translation>
    </message>
    <message>
        <source>What the numbers are made from</source>
        <translation>숫자를 만드는 방법</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>The first samples, coloured by label: the first two features</source>
        <translation>처음 샘플들의 앞 두 특징을 레이블별 색으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Rows to type</source>
        <translation>입력할 행</translation>
    </message>
    <message>
        <source>Type a number over a cell, or paste cells from a spreadsheet</source>
        <translation>셀에 숫자를 입력하거나 스프레드시트의 셀을 붙여 넣으세요</translation>
    </message>
    <message>
        <source>At most 10,000 numbers can be typed; load more from a file.</source>
        <translation>숫자는 10,000개까지 입력할 수 있습니다. 더 많으면 파일에서 불러오세요.</translation>
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
    <name>ReadDifferently</name>
    <message>
        <source>Arrays of the file</source>
        <translation>파일의 배열</translation>
    </message>
    <message>
        <source>The array whose rows become the samples</source>
        <translation>행이 샘플이 될 배열</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>The array with the label of each sample</source>
        <translation>샘플마다 레이블이 들어 있는 배열</translation>
    </message>
    <message>
        <source>guessed from the names</source>
        <translation>이름으로 추측</translation>
    </message>
    <message>
        <source>Sheets of the workbook</source>
        <translation>통합 문서의 시트</translation>
    </message>
    <message>
        <source>The sheet whose table is read</source>
        <translation>표를 읽을 시트</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>높이(픽셀)</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>너비(픽셀)</translation>
    </message>
    <message>
        <source>(height × width)</source>
        <translation>(높이 × 너비)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>One number for each pixel, or red, green and blue</source>
        <translation>픽셀마다 숫자 하나, 또는 빨강·초록·파랑 세 숫자</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>회색조</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>The samples to learn from, or those kept for the test</source>
        <translation>학습에 쓰는 샘플 또는 테스트용으로 남겨 둔 샘플</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
</context>
<context>
    <name>ReadDifferentlyDialog</name>
    <message>
        <source>Read differently</source>
        <translation>다르게 읽기</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>레이블(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Size of the pictures</source>
        <translation>그림 크기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>부분(&amp;P)</translation>
    </message>
    <message>
        <source>What to take from {name}:</source>
        <translation>{name}에서 읽을 것:</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽기</translation>
    </message>
</context>
<context>
    <name>RidgesView</name>
    <message>
        <source>Histograms over depth</source>
        <translation>깊이에 따른 히스토그램</translation>
    </message>
    <message>
        <source>each from its smallest to its largest</source>
        <translation>층마다 최솟값부터 최댓값까지</translation>
    </message>
    <message>
        <source>min to max</source>
        <translation>최소 ~ 최대</translation>
    </message>
    <message>
        <source>std (pinned)</source>
        <translation>표준 편차(기준)</translation>
    </message>
    <message>
        <source>std</source>
        <translation>표준 편차</translation>
    </message>
    <message>
        <source>min … max, {std}</source>
        <translation>최소 … 최대, {std}</translation>
    </message>
</context>
<context>
    <name>SampleBar</name>
    <message>
        <source>drawn</source>
        <translation>그린 샘플</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>{label}, predicted ✓</source>
        <translation>{label}, 예측 ✓</translation>
    </message>
    <message>
        <source>{label}, predicted {predicted} ✗</source>
        <translation>{label}, 예측 {predicted} ✗</translation>
    </message>
    <message>
        <source>{label}, predicted {predicted}</source>
        <translation>{label}, 예측 {predicted}</translation>
    </message>
    <message>
        <source>predicted {predicted}</source>
        <translation>예측 {predicted}</translation>
    </message>
    <message>
        <source>Samples that go through the stack together; the result does not depend on it. “auto” takes as many as are quickest.</source>
        <translation>한꺼번에 순전파하는 샘플의 수입니다. 결과는 달라지지 않습니다. ‘자동’은 가장 빠른 수를 씁니다.</translation>
    </message>
    <message>
        <source>{rows} samples are {count} minibatches of {size}, the last of {rest}.</source>
        <translation>샘플 {rows}개를 {size}개씩 나누면 미니배치 {count}개이고 마지막은 {rest}개입니다.</translation>
    </message>
    <message>
        <source>sample </source>
        <translation>샘플 </translation>
    </message>
    <message>
        <source>Sample that is looked at</source>
        <translation>보고 있는 샘플</translation>
    </message>
    <message>
        <source>Row of the data, counted from 0; below it the mean of all samples</source>
        <translation>데이터의 행 번호(0부터 셉니다). 0보다 아래는 모든 샘플의 평균입니다</translation>
    </message>
    <message>
        <source>Label of the sample, and what was predicted</source>
        <translation>샘플의 레이블과 예측</translation>
    </message>
    <message>
        <source>Picture of the sample</source>
        <translation>샘플의 그림</translation>
    </message>
    <message>
        <source>Minibatch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>Minibatch size</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>SampleCommands</name>
    <message>
        <source>Every sample is predicted as its label says.</source>
        <translation>모든 샘플의 예측이 레이블과 같습니다.</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>feature</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>전처리 후</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>the drawn sample</source>
        <translation>그린 샘플</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>그림</translation>
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
        <source>change init to {init}</source>
        <translation>가중치 초기화 {init} 설정</translation>
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
        <source>{count} files</source>
        <translation>파일 {count}개</translation>
    </message>
    <message>
        <source>pasted table</source>
        <translation>붙여 넣은 표</translation>
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
        <source>prepare {name}</source>
        <translation>{name} 전처리</translation>
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
        <source>The run was cancelled.</source>
        <translation>실행을 취소했습니다.</translation>
    </message>
    <message>
        <source>new stack</source>
        <translation>새로 쌓기</translation>
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
    <name>SoftmaxBars</name>
    <message>
        <source>{count} others</source>
        <translation>나머지 {count}개</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>score z</source>
        <translation>점수 z</translation>
    </message>
    <message>
        <source>probability a</source>
        <translation>확률 a</translation>
    </message>
    <message>
        <source>probability a, bars to {full}</source>
        <translation>확률 a, 막대 끝 {full}</translation>
    </message>
    <message>
        <source>a, bars to {full}</source>
        <translation>a, 막대 끝 {full}</translation>
    </message>
</context>
<context>
    <name>SoftmaxPage</name>
    <message>
        <source>Scores and probabilities</source>
        <translation>점수와 확률</translation>
    </message>
    <message>
        <source>Probabilities while one score is varied</source>
        <translation>점수 하나를 바꿀 때의 확률</translation>
    </message>
    <message>
        <source>Click a row, or press Up and Down, to choose the class whose score is varied; click it again or press Home to bring its score back</source>
        <translation>행을 클릭하거나 ↑/↓로 점수를 바꿀 클래스를 고르고, 다시 클릭하거나 Home을 누르면 점수를 되돌립니다</translation>
    </message>
    <message>
        <source>Vary this score; the others stay as they are</source>
        <translation>이 점수만 바꾸고 나머지는 그대로 둡니다</translation>
    </message>
    <message>
        <source>z of {name}</source>
        <translation>{name}의 z</translation>
    </message>
    <message>
        <source>Example. Press Run forward (F5) to see this block&apos;s own scores.</source>
        <translation>예시입니다. 순전파 실행(F5)을 누르면 이 블록의 점수가 보입니다.</translation>
    </message>
    <message>
        <source>The scores of {sample} are no finite numbers.</source>
        <translation>{sample}의 점수에 유한하지 않은 값이 있습니다.</translation>
    </message>
    <message>
        <source>For {sample}: all probabilities sum to 1.</source>
        <translation>{sample}: 모든 확률의 합은 1입니다.</translation>
    </message>
    <message>
        <source>For {sample}: every probability depends on all scores; they sum to 1.</source>
        <translation>{sample}: 확률은 저마다 모든 점수에 따라 달라지며 합은 1입니다.</translation>
    </message>
    <message>
        <source>{name}: z = {z}, a = {a}</source>
        <translation>{name}: z = {z}, a = {a}</translation>
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
        <source>Frozen or set by hand (the padlock): neither seed nor initialiser changes these weights until Unfreeze weights gives them back.</source>
        <translation>고정했거나 직접 정한 가중치입니다(자물쇠). 가중치 고정 해제를 하기 전에는 시드나 초기화를 바꿔도 그대로입니다.</translation>
    </message>
    <message>
        <source>Drag a brick here, or double-click one under Bricks</source>
        <translation>블록을 여기로 끌어오거나 블록 패널에서 두 번 클릭하세요</translation>
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
    <message>
        <source>Ran {rows} samples in {count} minibatches in {time}</source>
        <translation>샘플 {rows}개, 미니배치 {count}개 실행, {time}</translation>
    </message>
    <message>
        <source>Live waits: a run takes about {time}. Press F5.</source>
        <translation>실시간 대기: 실행에 약 {time} 걸립니다. F5를 누르세요.</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps of the preparation</source>
        <translation>전처리 단계</translation>
    </message>
    <message>
        <source>Drag a step, or move it with Alt+Up and Alt+Down; Space switches it, Delete removes it</source>
        <translation>단계를 끌거나 Alt+↑, Alt+↓로 옮깁니다. 스페이스 키로 켜고 끄며 Delete로 삭제합니다</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Do this step</source>
        <translation>이 단계 실행</translation>
    </message>
    <message>
        <source>Move the step up (Alt+Up)</source>
        <translation>단계를 위로 (Alt+↑)</translation>
    </message>
    <message>
        <source>Move the step down (Alt+Down)</source>
        <translation>단계를 아래로 (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove the step (Delete)</source>
        <translation>단계 삭제 (Delete)</translation>
    </message>
    <message>
        <source>Drag to move the step</source>
        <translation>끌어서 단계 옮기기</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>{count} dead</source>
        <translation>죽은 뉴런 {count}개</translation>
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
    <name>TableModel</name>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>{name}: feature {number}, counted from 0</source>
        <translation>{name}: 특징 {number}, 0부터 셉니다</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Rows of the data</source>
        <translation>데이터의 행</translation>
    </message>
    <message>
        <source>Select a row to look at this sample in all panels; every digit is shown on hover</source>
        <translation>행을 선택하면 모든 패널에서 그 샘플을 봅니다. 포인터를 올리면 모든 자릿수가 보입니다</translation>
    </message>
    <message>
        <source>The first {shown:,} of {features:,} features.</source>
        <translation>특징 {features:,}개 중 처음 {shown:,}개입니다.</translation>
    </message>
    <message>
        <source>Rows {first:,} to {last:,} of {rows:,}: choose another sample to go elsewhere.</source>
        <translation>{rows:,}행 중 {first:,}~{last:,}행입니다. 다른 샘플을 고르면 그곳으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>TermList</name>
    <message>
        <source>Terms of the sum</source>
        <translation>합의 항</translation>
    </message>
    <message>
        <source>Click a term, or choose it with ↑/↓ and press Enter, to see where its x comes from; double-click w or b (F2, B) to change it; ←/→ for other samples; Backspace back</source>
        <translation>항을 클릭하거나 ↑/↓로 골라 Enter를 누르면 x가 어디에서 왔는지 보기, w나 b를 두 번 클릭(F2, B)하면 값 바꾸기, ←/→로 다른 샘플, Backspace로 뒤로</translation>
    </message>
</context>
<context>
    <name>ToyData</name>
    <message>
        <source>Samples (rows)</source>
        <translation>샘플(행)</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Features (columns)</source>
        <translation>특징(열)</translation>
    </message>
    <message>
        <source>Numbers in each sample</source>
        <translation>샘플 하나에 든 숫자의 개수</translation>
    </message>
    <message>
        <source>Steps along x1</source>
        <translation>x1 방향 단계</translation>
    </message>
    <message>
        <source>Numbers along the first input</source>
        <translation>첫째 입력 방향의 숫자 개수</translation>
    </message>
    <message>
        <source>Steps along x2</source>
        <translation>x2 방향 단계</translation>
    </message>
    <message>
        <source>Numbers along the second input</source>
        <translation>둘째 입력 방향의 숫자 개수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Standard deviation of what moves each point at random</source>
        <translation>각 점을 무작위로 움직이는 크기의 표준 편차</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>회전 수</translation>
    </message>
    <message>
        <source>How often each arm goes round</source>
        <translation>각 팔이 도는 횟수</translation>
    </message>
    <message>
        <source>Squares a side</source>
        <translation>한 변의 칸 수</translation>
    </message>
    <message>
        <source>Squares along each input</source>
        <translation>입력 방향마다의 칸 수</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Middle of the normal distribution</source>
        <translation>정규 분포의 중심</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>표준 편차</translation>
    </message>
    <message>
        <source>Standard deviation, 0 or more</source>
        <translation>표준 편차, 0 이상</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Smallest number</source>
        <translation>가장 작은 수</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Largest number</source>
        <translation>가장 큰 수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers</source>
        <translation>시드가 같으면 같은 숫자를 뽑습니다</translation>
    </message>
    <message>
        <source>Typed rows</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Normal distribution</source>
        <translation>정규 분포</translation>
    </message>
    <message>
        <source>x from N(mean, standard deviation²)</source>
        <translation>x는 N(평균, 표준 편차²)에서 뽑습니다</translation>
    </message>
    <message>
        <source>As many features as you like, without labels.</source>
        <translation>특징 수는 자유롭고 레이블은 없습니다.</translation>
    </message>
    <message>
        <source>Uniform distribution</source>
        <translation>균등 분포</translation>
    </message>
    <message>
        <source>x from minimum to maximum, each number as likely as the other</source>
        <translation>x는 최솟값부터 최댓값까지, 어느 숫자든 확률이 같습니다</translation>
    </message>
    <message>
        <source>Type a number over a cell, or paste cells from a spreadsheet.</source>
        <translation>셀에 숫자를 입력하거나 스프레드시트의 셀을 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Your own numbers: what does the stack make of this one sample?</source>
        <translation>직접 정한 숫자입니다. 쌓은 블록은 이 샘플에 무엇을 출력할까요?</translation>
    </message>
    <message>
        <source>1 where both inputs are 1: one straight line is enough.</source>
        <translation>두 입력이 모두 1일 때 1입니다. 직선 하나로 나눌 수 있습니다.</translation>
    </message>
    <message>
        <source>1 where an input is 1: one straight line is enough.</source>
        <translation>입력 중 하나라도 1이면 1입니다. 직선 하나로 나눌 수 있습니다.</translation>
    </message>
    <message>
        <source>0 where both inputs are 1: AND turned round.</source>
        <translation>두 입력이 모두 1일 때만 0입니다. AND를 뒤집은 것입니다.</translation>
    </message>
    <message>
        <source>1 where the inputs differ: no single line, so two layers.</source>
        <translation>두 입력이 다를 때 1입니다. 직선 하나로는 안 되어 층이 2개 필요합니다.</translation>
    </message>
    <message>
        <source>Two Gaussians</source>
        <translation>두 가우스 분포</translation>
    </message>
    <message>
        <source>centre (−1, −1) for 0 and (1, 1) for 1; noise is their standard deviation</source>
        <translation>0은 중심 (−1, −1), 1은 중심 (1, 1), 노이즈가 표준 편차입니다</translation>
    </message>
    <message>
        <source>Two clouds that one straight line separates, as far as they do not overlap.</source>
        <translation>겹치지 않는 한 직선 하나로 나뉘는 두 무리입니다.</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>원</translation>
    </message>
    <message>
        <source>x = r·(cos φ, sin φ), r = 1 for 0 and ½ for 1, φ from 0 to 2π</source>
        <translation>x = r·(cos φ, sin φ), 0은 r = 1, 1은 r = ½, φ는 0부터 2π까지</translation>
    </message>
    <message>
        <source>A ring inside a ring: no straight line separates them.</source>
        <translation>고리 안의 고리입니다. 직선으로는 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>(cos φ, sin φ) for 0 and (1 − cos φ, ½ − sin φ) for 1, φ from 0 to π</source>
        <translation>0은 (cos φ, sin φ), 1은 (1 − cos φ, ½ − sin φ), φ는 0부터 π까지</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>서로 맞물린 두 반원입니다.</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>x = r·(cos φ, sin φ), φ = 2π·turns·r, and half a turn more for 1</source>
        <translation>x = r·(cos φ, sin φ), φ = 2π·회전 수·r, 1은 반 바퀴 더</translation>
    </message>
    <message>
        <source>Two arms round each other: the hardest of these for a small network.</source>
        <translation>서로 감긴 두 팔입니다. 작은 신경망에는 이 중 가장 어렵습니다.</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>체커판</translation>
    </message>
    <message>
        <source>even from −1 to 1; the label is (column + row of the square) mod 2</source>
        <translation>−1부터 1까지 고르게, 레이블은 (칸의 열 + 행) mod 2</translation>
    </message>
    <message>
        <source>Squares in turn: with 2 squares a side it is XOR with area.</source>
        <translation>번갈아 놓인 칸입니다. 한 변이 2칸이면 넓이가 있는 XOR입니다.</translation>
    </message>
    <message>
        <source>Numeric grid</source>
        <translation>숫자 격자</translation>
    </message>
    <message>
        <source>every crossing of evenly spaced numbers from minimum to maximum, row by row</source>
        <translation>최솟값부터 최댓값까지 고른 간격으로 놓은 숫자의 모든 교차점을 행마다</translation>
    </message>
    <message>
        <source>No labels: it shows what the network makes of the whole input plane.</source>
        <translation>레이블은 없습니다. 신경망이 입력 평면 전체를 어떻게 바꾸는지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>This is no number that {dtype} can hold: type one such as 0.25</source>
        <translation>{dtype} 형식으로 나타낼 수 없는 값입니다. 0.25 같은 숫자를 입력하세요</translation>
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
    <name>Writing</name>
    <message>
        <source>{path} could not be written: {reason}. Choose another place.</source>
        <translation>파일을 쓸 수 없습니다: {path} ({reason}) 다른 위치를 고르세요.</translation>
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
